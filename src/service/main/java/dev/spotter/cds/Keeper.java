package dev.spotter.cds;

import dev.spotter.assess.Assessment;
import dev.spotter.intake.Reading;
import org.jspecify.annotations.Nullable;

/** Where a decision goes before its card is shown. Called by many threads. */
@FunctionalInterface
public interface Keeper {
  /** Keeps nothing. */
  Keeper NONE = (read, answer) -> null;

  /**
   * Keeps it for good; what cannot be kept is thrown, and then there is no card.
   *
   * @return the id under which it is kept, a UUID, which becomes the card's; null for none
   */
  @Nullable String keep(Reading.Read read, Assessment answer);
}
