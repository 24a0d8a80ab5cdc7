package dev.spotter.rules;

import dev.spotter.rules.Diagnostic.Code;
import org.jspecify.annotations.Nullable;

/**
 * One rule file as text, which turns offsets into places.
 *
 * @param name in the folder
 * @param text decoded, without a byte order mark
 */
record SourceFile(String name, String text) {

  Diagnostic problem(Code code, int offset, String message, @Nullable String help) {
    int at = Math.max(0, Math.min(offset, text.length()));
    int lineStart = text.lastIndexOf('\n', at - 1) + 1;
    int lineEnd = text.indexOf('\n', at);
    String line = text.substring(lineStart, lineEnd < 0 ? text.length() : lineEnd);
    return new Diagnostic(
        code, name, line(at), at - lineStart + 1, message, help, line.stripTrailing());
  }

  /** The line, from 1, of an offset. */
  int line(int offset) {
    return 1
        + (int)
            text.substring(0, Math.min(offset, text.length()))
                .chars()
                .filter(c -> c == '\n')
                .count();
  }

  /** The offset of a line (from 1) and a column (from 0), as Drools' parser counts. */
  int offset(int line, int column) {
    int at = 0;
    for (int i = 1; i < line; i++) {
      int next = text.indexOf('\n', at);
      if (next < 0) {
        return text.length();
      }
      at = next + 1;
    }
    return Math.min(at + Math.max(0, column), text.length());
  }
}
