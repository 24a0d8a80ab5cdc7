package dev.spotter.history;

import dev.spotter.history.TrainingHistory.LiftedSet;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The estimated one-repetition maximum (e1RM), in kilograms: the mean of Epley {@code w (1 + r /
 * 30)} and Brzycki {@code 36 w / (37 - r)}, where r is repetitions done plus those left in reserve
 * (S44, S45). Only for r from 1 to 10, and w itself at 1. Both formulas tend to under-predict the
 * deadlift (S103), so shares of it read too high.
 */
final class OneRepMax {
  private static final double MOST_REPS = 10;

  private OneRepMax() {}

  /** Of one set; null if it has no load or no repetition, or too many to tell. */
  static @Nullable Double of(LiftedSet set) {
    if (set.loadKg() == null || set.reps() == null || set.reps() < 1) {
      return null;
    }
    double reps = set.reps() + inReserve(set);
    if (reps < 1 || reps > MOST_REPS) {
      return null;
    }
    double load = set.loadKg();
    return reps == 1 ? load : (load * (1 + reps / 30) + load * 36 / (37 - reps)) / 2;
  }

  /** Repetitions left: as logged, else 10 less the RPE, else none assumed. */
  private static double inReserve(LiftedSet set) {
    if (set.rir() != null) {
      return set.rir();
    }
    return set.rpe() == null ? 0 : Math.max(0, 10 - set.rpe());
  }

  /** The best of several; null if none can be told. */
  static @Nullable Double best(Collection<LiftedSet> sets) {
    Double best = null;
    for (LiftedSet set : sets) {
      Double one = of(set);
      if (one != null && (best == null || one > best)) {
        best = one;
      }
    }
    return best;
  }
}
