package dev.spotter.rules;

import dev.spotter.rules.Diagnostic.Code;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One rule file as text, which turns offsets into places. Immutable. */
final class SourceFile {
  private final String name;
  private final String text;

  /** Where each line begins. */
  private final int[] lines;

  /**
   * @param name in the folder
   * @param text decoded, without a byte order mark
   */
  SourceFile(String name, String text) {
    this.name = name;
    this.text = text;
    int[] starts = new int[16];
    int count = 1;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
      }
      starts[count++] = at + 1;
    }
    this.lines = Arrays.copyOf(starts, count);
  }

  String name() {
    return name;
  }

  String text() {
    return text;
  }

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
    int found = Arrays.binarySearch(lines, Math.min(offset, text.length()));
    return found < 0 ? -found - 1 : found + 1;
  }

  /** The offset of a line (from 1) and a column (from 0), as Drools' parser counts. */
  int offset(int line, int column) {
    if (line > lines.length) {
      return text.length();
    }
    return Math.min(lines[Math.max(0, line - 1)] + Math.max(0, column), text.length());
  }
}
