package dev.spotter.rules;

import java.util.Comparator;
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
    /** A bracket, a quote, a comma or an {@code end} is missing, or one is too many. */
    UNCLOSED("SP003"),
    /** A word of the language is misspelt or missing. */
    KEYWORD("SP004"),
    /** A character that looks like another: a typographic quote, a hard space. */
    CHARACTER("SP005"),
    /** A number with a unit, or with a decimal comma. */
    NUMBER("SP006"),
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
    /** Conditions of one rule that no client can meet together. */
    CONTRADICTION("SP020"),
    /** Conditions that every client meets. */
    ALWAYS("SP030", Severity.WARNING),
    /** A variable that nothing uses. */
    UNUSED("SP031", Severity.WARNING),
    /** A rule that cannot fire, because nothing makes what it reads. */
    UNREACHABLE("SP032", Severity.WARNING),
    /** A declaration that no rule serves: a cause, a remedy, a group of evidence. */
    IDLE("SP033", Severity.WARNING),
    /** Two rules of which one says nothing that the other does not. */
    SAME("SP034", Severity.WARNING),
    /** A rule without a case in which it fires, or without a near miss. */
    UNTRIED("SP035", Severity.WARNING),
    /** A file of cases or invariants that cannot be read, or names what is not there. */
    CASES("SP036", Severity.WARNING),
    /** A byte order mark; harmless here, not everywhere. */
    MARK("SP037", Severity.WARNING),
    /** A text that a template left to be written. */
    UNSAID("SP038", Severity.WARNING),
    /** A comparison that is false for everybody who was not asked. */
    OPEN("SP040", Severity.HINT),
    /** A question, source or word that nothing reads. */
    UNREAD("SP041", Severity.HINT),
    /** Drools' own compiler refused it. */
    COMPILER("SP090");

    private final String id;
    private final Severity severity;

    Code(String id) {
      this(id, Severity.ERROR);
    }

    Code(String id, Severity severity) {
      this.id = id;
      this.severity = severity;
    }

    /** {@code SP012}. */
    public String id() {
      return id;
    }

    /** How much it matters. */
    public Severity severity() {
      return severity;
    }
  }

  /** How much a finding matters. */
  public enum Severity {
    /** The rules are not taken. */
    ERROR,
    /** The rules are taken; it is most likely a slip. */
    WARNING,
    /** Worth knowing; shown when asked for. */
    HINT;

    /** As it is written before the code. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** How much it matters. */
  public Severity severity() {
    return code.severity();
  }

  /** The order in which findings are told: by file, then place, then code. */
  public static final Comparator<Diagnostic> BY_PLACE =
      Comparator.comparing(Diagnostic::file)
          .thenComparing(Diagnostic::line)
          .thenComparing(Diagnostic::column)
          .thenComparing(Diagnostic::code);

  /**
   * {@code file:line:col: error[SP012] message} (or warning, or hint), the source line, a caret and
   * the help.
   */
  public String render() {
    StringBuilder out = new StringBuilder(200);
    out.append(file);
    if (line > 0) {
      out.append(':').append(line).append(':').append(column);
    }
    out.append(": ")
        .append(severity().word())
        .append('[')
        .append(code.id())
        .append("] ")
        .append(message);
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
