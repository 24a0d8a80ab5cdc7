package dev.spotter.history;

import dev.spotter.history.TrainingHistory.LiftedSet;
import dev.spotter.history.TrainingHistory.Session;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One session, as far as it loaded the back.
 *
 * @param day the local day
 * @param start the local time, or null where the log has dates only
 * @param end when it ended, or null
 * @param lifts what was done, in order, one entry a lift
 * @param volume hinge volume in kg: load times repetitions of work sets, squat, good morning and
 *     row by half
 */
record Bout(
    LocalDate day,
    @Nullable LocalDateTime start,
    @Nullable LocalDateTime end,
    List<Performed> lifts,
    double volume) {
  /** Where the log says no length (house). */
  private static final int USUAL_SEC = 3600;

  static Bout of(Session session, Exercises exercises) {
    Map<Exercises.Lift, List<LiftedSet>> sets = new LinkedHashMap<>();
    for (TrainingHistory.Exercise exercise : session.exercises()) {
      Exercises.Lift lift = exercises.find(exercise.name());
      if (lift != null) {
        sets.computeIfAbsent(lift, l -> new ArrayList<>()).addAll(exercise.sets());
      }
    }
    List<Performed> lifts = new ArrayList<>();
    sets.forEach((lift, done) -> lifts.add(Performed.of(lift, done)));
    LocalDateTime end =
        session.start() == null ? null : session.start().plusSeconds(length(session.durationSec()));
    List<Performed> worked = lifts.stream().filter(l -> l.working() > 0).toList();
    double volume = worked.stream().mapToDouble(Performed::volume).sum();
    return new Bout(session.date(), session.start(), end, worked, volume);
  }

  private static int length(@Nullable Integer seconds) {
    return seconds == null || seconds <= 0 || seconds > Session.LONGEST_SEC ? USUAL_SEC : seconds;
  }

  /** True if there was work of the deadlift family. */
  boolean isHinge() {
    return lifts.stream().anyMatch(l -> l.lift().isDeadlift());
  }

  /** True if there was hinge or squat work. */
  boolean isBackOrLegs() {
    return lifts.stream().anyMatch(l -> l.lift().isDeadlift() || l.lift().isSquat());
  }

  /** The heaviest lift of the deadlift family. */
  Optional<Performed> main() {
    return lifts.stream()
        .filter(l -> l.lift().isDeadlift())
        .max(Comparator.comparingDouble(Performed::working));
  }

  /** What was done of one lift. */
  Optional<Performed> of(Exercises.Lift lift) {
    return lifts.stream().filter(l -> l.lift().equals(lift)).findFirst();
  }
}
