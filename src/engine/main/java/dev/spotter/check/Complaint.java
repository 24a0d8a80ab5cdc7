package dev.spotter.check;

import dev.spotter.rules.Diagnostic;
import dev.spotter.rules.Diagnostic.Code;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Turns the complaint of a reader of cases or invariants into a finding with its place. */
final class Complaint {
  private static final Pattern PLACE = Pattern.compile("^[^:]+:(\\d+): (.*)$", Pattern.DOTALL);
  private static final Pattern QUOTED = Pattern.compile("'([^']+)'");
  private static final String HELP = "spotter test cannot run before this is put right";

  private Complaint() {}

  /**
   * @param bytes what the file holds
   */
  static Diagnostic in(String file, byte[] bytes, IllegalArgumentException complaint) {
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
        ? placed(file, bytes, Integer.parseInt(place.group(1)), place.group(2))
        : new Diagnostic(Code.CASES, file, 0, 0, message, HELP, null);
  }

  /**
   * At the word that the complaint names, if it stands on that line; else where the line begins.
   */
  private static Diagnostic placed(String file, byte[] bytes, int line, String message) {
    String text = Lines.text(bytes, line);
    Matcher quoted = QUOTED.matcher(message);
    int named = quoted.find() ? text.indexOf(quoted.group(1)) : -1;
    int column = named >= 0 ? named : text.length() - text.stripLeading().length();
    return new Diagnostic(
        Code.CASES, file, line, column + 1, message, HELP, text.isEmpty() ? null : text);
  }
}
