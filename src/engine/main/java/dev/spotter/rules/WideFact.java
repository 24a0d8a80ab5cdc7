package dev.spotter.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that rules read of one client, in one fact, and what they concluded from it. Two kinds: what
 * was told, for findings, and what was weighed, for advice.
 */
abstract sealed class WideFact {
  final @Nullable Object[] values;
  final List<Insertion> concluded;

  private WideFact(@Nullable Object[] values, List<Insertion> concluded) {
    this.values = values;
    this.concluded = concluded;
  }

  /** The answers and the measures. */
  static final class Told extends WideFact {
    Told(@Nullable Object[] values, List<Insertion> concluded) {
      super(values, concluded);
    }
  }

  /** The same, and how likely and how urgent it is. */
  static final class Weighed extends WideFact {
    Weighed(@Nullable Object[] values, List<Insertion> concluded) {
      super(values, concluded);
    }
  }
}
