package dev.spotter.batch;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a source tells one client from the next: by its name, and where that is silent by its head.
 */
enum Format {
  /** A JSON object a line. */
  LINES,
  /** A JSON list, or documents one after the other. */
  JSON,
  /** A table with column names. */
  CSV,
  YAML;

  private static final Pattern COLUMN_NAMES =
      Pattern.compile("\"?(id|at|zone|[a-zA-Z]+\\.[a-zA-Z]+)\"?([,;\\t].*)?");

  /**
   * @param name the file's name
   * @param head its first characters, unpacked
   */
  static Format of(String name, String head) {
    String lower = Packing.unpacked(name).toLowerCase(Locale.ROOT);
    String text = head.strip();
    if (ends(lower, ".ndjson", ".jsonl")) {
      return LINES;
    } else if (ends(lower, ".csv", ".tsv")) {
      return CSV;
    } else if (ends(lower, ".yaml", ".yml")) {
      return YAML;
    } else if (text.startsWith("{") || text.startsWith("[") || ends(lower, ".json")) {
      return aClientALine(text) ? LINES : JSON;
    }
    return COLUMN_NAMES.matcher(text.lines().findFirst().orElse("")).matches() ? CSV : YAML;
  }

  private static boolean ends(String name, String... endings) {
    return List.of(endings).stream().anyMatch(name::endsWith);
  }

  /** True if the first line of several is a whole object. */
  private static boolean aClientALine(String text) {
    int end = text.indexOf('\n');
    if (end < 0 || !text.startsWith("{")) {
      return false;
    }
    String first = text.substring(0, end).strip();
    int depth = 0;
    boolean quoted = false;
    for (int i = 0; i < first.length(); i++) {
      char c = first.charAt(i);
      if (quoted) {
        quoted = c != '"';
        i += c == '\\' ? 1 : 0;
      } else if (c == '"') {
        quoted = true;
      } else if (c == '{' || c == '}') {
        depth += c == '{' ? 1 : -1;
        if (depth == 0) {
          return i == first.length() - 1;
        }
      }
    }
    return false;
  }
}
