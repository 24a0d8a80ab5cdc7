package dev.spotter.check;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds words in files that are kept as bytes. */
final class Lines {
  private Lines() {}

  /** The line, from 1, that begins with a text; 0 if none does. */
  static int of(byte @Nullable [] bytes, String start) {
    if (bytes == null) {
      return 0;
    }
    List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(start)) {
        return i + 1;
      }
    }
    return 0;
  }

  /** A line, from 1; empty if there is none. */
  static String text(byte[] bytes, int line) {
    List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    return line >= 1 && line <= lines.size() ? lines.get(line - 1) : "";
  }

  /**
   * A place in a file.
   *
   * @param line from 1
   * @param column from 1
   * @param text the line as it stands
   */
  record Place(int line, int column, @Nullable String text) {}

  /** Where a word stands, from a line on; that line itself where it does not. */
  static Place find(byte[] bytes, String word, int from) {
    List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
    for (int i = from - 1; i < lines.size(); i++) {
      int at = lines.get(i).indexOf(word);
      if (at >= 0) {
        return new Place(i + 1, at + 1, lines.get(i));
      }
    }
    return new Place(from, 1, null);
  }
}
