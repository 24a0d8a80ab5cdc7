package dev.spotter.check;

import dev.spotter.rules.Action;
import dev.spotter.rules.Checked;
import dev.spotter.rules.Diagnostic;
import dev.spotter.rules.Diagnostic.Code;
import dev.spotter.rules.Rule;
import java.util.List;

/** Texts that {@code spotter new} left to be written, and nobody has. */
final class UnsaidLint implements Lint {
  /** How the texts of its templates begin. */
  private static final String BEGINNING = "say here";

  @Override
  public void look(Checked folder, List<Diagnostic> found) {
    for (Rule rule : folder.rules()) {
      for (Action action : rule.actions()) {
        action.calls().stream()
            .filter(UnsaidLint::unsaid)
            .forEach(
                c ->
                    found.add(
                        folder.finding(
                            Code.UNSAID,
                            rule.file(),
                            c.offset(),
                            "this text still is the template's, and lifters would read it",
                            "write in its place what it asks for")));
      }
    }
  }

  private static boolean unsaid(Action.Call call) {
    String text = call.argument();
    return text != null && text.regionMatches(true, 0, BEGINNING, 0, BEGINNING.length());
  }
}
