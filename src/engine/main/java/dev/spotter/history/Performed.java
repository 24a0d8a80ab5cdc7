package dev.spotter.history;

import dev.spotter.history.Exercises.Lift;
import dev.spotter.history.TrainingHistory.LiftedSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One lift of one session, its sets told apart as KNOWLEDGE section 5 does.
 *
 * @param working W: the heaviest load done for at least one rep and not flagged as warm-up, in kg
 * @param ramp every set before the first of at least 95 % of W, and every set flagged as warm-up
 * @param work that first set and later ones of at least 90 % of W; no drop sets
 * @param all every set with a load
 */
record Performed(
    Lift lift, double working, List<LiftedSet> ramp, List<LiftedSet> work, List<LiftedSet> all) {
  private static final double FIRST_WORK_SET = 0.95;
  private static final double WORK_SET = 0.90;

  /** Tells the sets of a lift apart; bodyweight and unloaded sets are left out. */
  static Performed of(Lift lift, List<LiftedSet> sets) {
    List<LiftedSet> loaded = sets.stream().filter(s -> s.loadKg() != null).toList();
    double working =
        loaded.stream()
            .filter(Performed::counts)
            .mapToDouble(s -> Objects.requireNonNull(s.loadKg()))
            .max()
            .orElse(0);
    List<LiftedSet> ramp = new ArrayList<>();
    List<LiftedSet> work = new ArrayList<>();
    boolean begun = false;
    for (LiftedSet set : loaded) {
      double load = Objects.requireNonNull(set.loadKg());
      boolean warmUp = "warmup".equals(set.kind());
      begun |= !warmUp && counts(set) && load >= FIRST_WORK_SET * working;
      if (warmUp || !begun) {
        ramp.add(set);
      } else if (load >= WORK_SET * working && counts(set) && !"drop".equals(set.kind())) {
        work.add(set);
      }
    }
    return new Performed(lift, working, ramp, work, loaded);
  }

  private static boolean counts(LiftedSet set) {
    return !"warmup".equals(set.kind()) && set.reps() != null && set.reps() >= 1;
  }

  /** Load times repetitions of the work sets, by the lift's share, in kg. */
  double volume() {
    double volume = 0;
    for (LiftedSet set : work) {
      volume += Objects.requireNonNull(set.loadKg()) * Objects.requireNonNull(set.reps());
    }
    return volume * lift.volumeShare() / 100;
  }

  /** Sets that are no warm-up. */
  List<LiftedSet> serious() {
    return all.stream().filter(s -> !"warmup".equals(s.kind())).toList();
  }

  /** Repetitions in the heaviest set; of several, the most. */
  int topReps() {
    return work.stream()
        .filter(s -> Objects.requireNonNull(s.loadKg()) >= working)
        .mapToInt(s -> Objects.requireNonNull(s.reps()))
        .max()
        .orElse(0);
  }
}
