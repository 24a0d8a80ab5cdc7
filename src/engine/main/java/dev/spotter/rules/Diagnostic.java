package dev.spotter.rules;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a rule file, and where.
 *
 * @param code what kind of fault
 * @param file the file's name in the folder
 * @param line from 1; 0 where the whole file is meant
 * @param column from 1
 * @param message what is wrong
 * @param help what to write instead, or null
 * @param sourceLine the line as it stands, or null
 */
public record Diagnostic(
    Code code,
    String file,
    int line,
    int column,
    String message,
    @Nullable String help,
    @Nullable String sourceLine) {

  /** The kinds of fault; the number is stable. */
  public enum Code {
    /** The text is not DRL. */
    SYNTAX("SP001"),
    /** The file's bytes cannot be read as text. */
    BYTES("SP002"),
    /** DRL, but more of it than a rules folder may use. */
    GRAMMAR("SP010"),
    /** A declaration says something unknown or contradictory. */
    DECLARATION("SP011"),
    /** A name that nothing declares. */
    UNKNOWN_NAME("SP012"),
    /** A value that the question does not offer, or of the wrong type. */
    UNKNOWN_VALUE("SP013"),
    /** A comparison that no answer can satisfy, or a negation that does not say what open means. */
    CONDITION("SP014"),
    /** A rule reads or inserts what its layer may not. */
    LAYER("SP015"),
    /** A rule or name stands twice. */
    DUPLICATE("SP016"),
    /** A rule names no source, or one that sources.yaml does not have. */
    SOURCE("SP017"),
    /** A text's placeholder is not one of the closed set, or has no fallback. */
    PLACEHOLDER("SP018"),
    /** Another file of the folder is broken. */
    DATA("SP019"),
    /** Drools' own compiler refused it. */
    COMPILER("SP090");

    private final String id;

    Code(String id) {
      this.id = id;
    }

    /** {@code SP012}. */
    public String id() {
      return id;
    }
  }

  /** {@code file:line:col: error[SP012] message}, the source line, a caret and the help. */
  public String render() {
    StringBuilder out = new StringBuilder(200);
    out.append(file);
    if (line > 0) {
      out.append(':').append(line).append(':').append(column);
    }
    out.append(": error[").append(code.id()).append("] ").append(message);
    if (sourceLine != null) {
      out.append("\n    ").append(sourceLine.replace('\t', ' ')).append("\n    ");
      out.append(" ".repeat(Math.max(0, column - 1))).append('^');
    }
    if (help != null) {
      out.append("\n    help: ").append(help);
    }
    return out.toString();
  }
}
