package dev.spotter.compare;

import org.jspecify.annotations.Nullable;

/**
 * One thing about a rule, a question or the like that is not what it was.
 *
 * @param part what it is about: {@code condition}, {@code action}, {@code range}
 * @param before as it was written, or null if it is new
 * @param after as it is written, or null if it is gone
 * @param was where it stood, or null where that is not known
 * @param is where it stands, or null
 * @param weight what such a difference can do
 */
public record Detail(
    String part,
    @Nullable String before,
    @Nullable String after,
    @Nullable Place was,
    @Nullable Place is,
    Weight weight) {

  /** What a difference can do. */
  public enum Weight {
    /** It changes what people read, and no answer. */
    TEXT,
    /** It changes for whom a rule fires, or what may be answered. */
    CONDITION,
    /** It changes what follows. */
    EFFECT
  }

  static Detail of(String part, @Nullable Object before, @Nullable Object after, Weight weight) {
    return new Detail(part, text(before), text(after), null, null, weight);
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : String.valueOf(value);
  }
}
