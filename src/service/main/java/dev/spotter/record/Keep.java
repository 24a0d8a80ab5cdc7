package dev.spotter.record;

import java.util.Locale;

/** How much of a decision is kept. */
public enum Keep {
  /** That it was given, when, by which rules, and a digest of what was told. */
  DIGEST,
  /** The answer too. */
  ANSWERS,
  /** What was told too: without it nothing can be replayed. */
  ALL;

  /** As it is written in settings. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
