package dev.spotter.app;

import dev.spotter.check.Findings;
import dev.spotter.rules.Diagnostic;
import dev.spotter.rules.Diagnostic.Severity;
import java.io.PrintStream;

/** Findings as GitHub workflow commands, which mark the lines of a pull request. */
final class CheckGithub {
  private CheckGithub() {}

  static void write(Findings found, PrintStream out) {
    for (Diagnostic finding : found.all()) {
      String place =
          finding.line() == 0
              ? ""
              : ",line=" + finding.line() + ",col=" + Math.max(1, finding.column());
      String help = finding.help() == null ? "" : "\nhelp: " + finding.help();
      out.println(
          "::"
              + (finding.severity() == Severity.HINT ? "notice" : finding.severity().word())
              + " file="
              + property(finding.file().replace('\\', '/'))
              + place
              + ",title="
              + finding.code().id()
              + "::"
              + data(finding.message() + help));
    }
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
