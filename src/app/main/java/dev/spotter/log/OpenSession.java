package dev.spotter.log;

import dev.spotter.history.TrainingHistory.Exercise;
import dev.spotter.history.TrainingHistory.LiftedSet;
import dev.spotter.history.TrainingHistory.Session;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A session while its rows come. */
final class OpenSession {
  /** What makes rows one session: their start, or where there are dates only, day and title. */
  record Key(LocalDate date, @Nullable LocalDateTime start, String title) {}

  private final Key key;
  private final List<String> names = new ArrayList<>();
  private final List<List<LiftedSet>> sets = new ArrayList<>();
  private final Map<List<String>, Integer> earlier = new HashMap<>();
  private final List<List<String>> visit = new ArrayList<>();
  private final Set<List<String>> block = new HashSet<>();
  private @Nullable Integer seconds;

  OpenSession(Key key) {
    this.key = key;
  }

  static Key key(Dates.When when, String title) {
    return new Key(when.date(), when.start(), when.start() == null ? title : "");
  }

  /** Its rows are over for now; should it come again, they are known. */
  void leave() {
    visit.forEach(row -> earlier.merge(row, 1, Integer::sum));
    visit.clear();
    block.clear();
  }

  /** True if this very row was there before. */
  boolean repeats(List<String> row, String exercise, boolean numbered) {
    Integer before = earlier.get(row);
    if (before != null && before > 0) {
      earlier.put(row, before - 1);
      return true;
    }
    boolean sameExercise = !names.isEmpty() && names.get(names.size() - 1).equals(exercise);
    return numbered && sameExercise && block.contains(row);
  }

  void add(List<String> row, String exercise, LiftedSet set) {
    if (names.isEmpty() || !names.get(names.size() - 1).equals(exercise) || visit.isEmpty()) {
      names.add(exercise);
      sets.add(new ArrayList<>());
      block.clear();
    }
    sets.get(sets.size() - 1).add(set);
    visit.add(row);
    block.add(row);
  }

  /** The last set once more. */
  void again(LiftedSet set) {
    sets.get(sets.size() - 1).add(set);
  }

  /** Its length, in seconds. */
  void lasted(int length) {
    seconds = length;
  }

  Key key() {
    return key;
  }

  Session session() {
    List<Exercise> exercises = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      exercises.add(new Exercise(names.get(i), sets.get(i)));
    }
    return new Session(key.date(), key.start(), seconds, exercises);
  }
}
