package dev.spotter.compare;

/**
 * Where something stands in a rules folder.
 *
 * @param line from 1
 */
public record Place(String file, int line) {
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
