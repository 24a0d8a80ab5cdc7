package dev.spotter.check;

import dev.spotter.rules.Diagnostic;
import dev.spotter.rules.Diagnostic.Code;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Turns the complaint of a reader of cases or invariants into a finding with its place. */
final class Complaint {
  private static final Pattern PLACE = Pattern.compile("^[^:]+:(\\d+): (.*)$", Pattern.DOTALL);
  private static final String HELP = "spotter test cannot run before this is put right";

  private Complaint() {}

  static Diagnostic in(String file, IllegalArgumentException complaint) {
    if (complaint.getCause() instanceof MarkedYamlEngineException marked
        && marked.getProblemMark().isPresent()) {
      int line = marked.getProblemMark().get().getLine() + 1;
      int column = marked.getProblemMark().get().getColumn() + 1;
      return new Diagnostic(
          Code.CASES, file, line, column, "this is no YAML: " + marked.getProblem(), HELP, null);
    }
    String message = String.valueOf(complaint.getMessage());
    Matcher place = PLACE.matcher(message);
    return place.matches()
        ? new Diagnostic(
            Code.CASES, file, Integer.parseInt(place.group(1)), 1, place.group(2), HELP, null)
        : new Diagnostic(Code.CASES, file, 0, 0, message, HELP, null);
  }
}
