package dev.spotter.bench;

import dev.spotter.history.TrainingHistory;
import dev.spotter.history.TrainingHistory.Exercise;
import dev.spotter.history.TrainingHistory.LiftedSet;
import dev.spotter.history.TrainingHistory.Session;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Training logs of any length: twenty sets a session, a session every third day up to now. */
final class LongLog {
  private static final int SETS = 20;

  private LongLog() {}

  static TrainingHistory of(int sets) {
    List<Session> sessions = new ArrayList<>();
    LocalDate now = Inputs.SETTINGS.now().toLocalDate();
    int count = (sets + SETS - 1) / SETS;
    for (int i = 0; i < count; i++) {
      LocalDate date = now.minusDays(1 + 3L * (count - 1 - i));
      List<LiftedSet> lifted = new ArrayList<>();
      for (int set = 0; set < Math.min(SETS, sets - i * SETS); set++) {
        double load = 60 + 5 * Math.min(set, 10) + i % 7;
        lifted.add(new LiftedSet(load, 5, 8.0, null, set < 5 ? "warmup" : "work"));
      }
      Exercise exercise = new Exercise("Deadlift (Barbell)", lifted);
      sessions.add(new Session(date, date.atTime(18, 0), null, List.of(exercise)));
    }
    return new TrainingHistory("kg", ZoneOffset.UTC, sessions);
  }
}
