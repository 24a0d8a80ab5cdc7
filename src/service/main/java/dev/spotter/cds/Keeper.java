package dev.spotter.cds;

import dev.spotter.assess.Assessment;
import dev.spotter.intake.Reading;
import org.jspecify.annotations.Nullable;

/** Where a decision goes before its card is shown. Called by many threads. */
@FunctionalInterface
public interface Keeper {
  /** Keeps nothing. */
  Keeper NONE = (read, answer, critical) -> new Kept(null, true);

  /**
   * What became of it.
   *
   * @param id under which it is kept, a UUID, which becomes the card's; null for none
   * @param asAsked false if it was to be kept and could not be
   */
  record Kept(@Nullable String id, boolean asAsked) {}

  /**
   * Keeps it for good. What cannot be kept is thrown, and then there is no card; unless it is
   * critical, for nobody may stay at home with an emergency because a database is down.
   *
   * @param critical whether the card has to be shown whatever happens
   */
  Kept keep(Reading.Read read, Assessment answer, boolean critical);
}
