package dev.spotter.record;

/**
 * Something that is wrong with the record.
 *
 * @param row the sequence number it is about; 0 where it is about no row
 * @param kind {@code changed}, {@code missing}, {@code reordered}, {@code duplicated}, {@code
 *     truncated}, {@code head}, {@code anchor}, {@code key} or {@code rules}
 * @param what it is, for people
 */
public record Finding(long row, String kind, String what) {
  @Override
  public String toString() {
    return (row == 0 ? "record" : "row " + row) + ": " + kind + ": " + what;
  }
}
