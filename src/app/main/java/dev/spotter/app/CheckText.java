package dev.spotter.app;

import dev.spotter.check.Findings;
import dev.spotter.report.Ink;
import dev.spotter.rules.Diagnostic;
import dev.spotter.rules.Diagnostic.Severity;
import java.io.PrintStream;

/** Findings for people. */
final class CheckText {
  private final Ink ink;
  private final PrintStream out;

  CheckText(Ink ink, PrintStream out) {
    this.ink = ink;
    this.out = out;
  }

  /**
   * @param shown what is written
   * @param all what was found, hints and all
   */
  void write(Findings shown, Findings all) {
    for (Diagnostic finding : shown.all()) {
      out.println(painted(finding));
      out.println();
    }
    long hints = all.count(Severity.HINT);
    boolean hidden = hints > 0 && shown.count(Severity.HINT) == 0;
    out.println(
        count(all.count(Severity.ERROR), "error")
            + ", "
            + count(all.count(Severity.WARNING), "warning")
            + " in "
            + count(all.rules(), "rule")
            + " ("
            + all.origin()
            + ")"
            + (hidden ? "; " + count(hints, "hint") + ", shown with --hints" : ""));
    if (!shown.all().isEmpty()) {
      out.println("what a code means: spotter check --explain " + shown.all().get(0).code().id());
    }
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private String painted(Diagnostic finding) {
    String text = finding.render();
    if (ink == Ink.PLAIN) {
      return text;
    }
    String word = finding.severity().word() + "[" + finding.code().id() + "]";
    String colour =
        switch (finding.severity()) {
          case ERROR -> "1;31";
          case WARNING -> "1;33";
          case HINT -> "1;36";
        };
    return text.replace(word, "\u001b[" + colour + "m" + word + "\u001b[0m");
  }
}
