package dev.spotter.intake;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Names for clients that give none. */
final class Names {
  private Names() {}

  /**
   * The file's name without its ending; of several clients, with a number.
   *
   * @param number 0 for the first
   */
  static String of(String source, int number) {
    String base = source.equals("-") ? "stdin" : file(source);
    return number == 0 ? base : base + "#" + number;
  }

  private static String file(String source) {
    try {
      String name = String.valueOf(Path.of(source).getFileName());
      int dot = name.lastIndexOf('.');
      return dot > 0 ? name.substring(0, dot) : name;
    } catch (InvalidPathException e) {
      return source;
    }
  }
}
