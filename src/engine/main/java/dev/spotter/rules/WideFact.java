package dev.spotter.rules;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * All that rules read of one client, in one fact, and which of them fired on it, by number. Two
 * kinds: what was told, for findings, and what was weighed, for advice.
 */
abstract sealed class WideFact {
  final @Nullable Object[] values;
  final BitSet fired;

  private WideFact(@Nullable Object[] values, BitSet fired) {
    this.values = values;
    this.fired = fired;
  }

  /** The answers and the measures. */
  static final class Told extends WideFact {
    Told(@Nullable Object[] values, BitSet fired) {
      super(values, fired);
    }
  }

  /** The same, and how likely and how urgent it is. */
  static final class Weighed extends WideFact {
    Weighed(@Nullable Object[] values, BitSet fired) {
      super(values, fired);
    }
  }
}
