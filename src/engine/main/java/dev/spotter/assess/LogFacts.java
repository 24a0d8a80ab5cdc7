package dev.spotter.assess;

import dev.spotter.fact.LoggedSession;
import dev.spotter.fact.LoggedSet;
import dev.spotter.history.Exercises;
import dev.spotter.history.TrainingHistory;
import dev.spotter.rules.WorkingMemory;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;

/** Puts the sessions and sets of a log, up to the clock, into a working memory. */
final class LogFacts {
  private final Exercises exercises;
  private final OffsetDateTime at;
  private final ZoneId zone;

  LogFacts(Exercises exercises, OffsetDateTime at, ZoneId zone) {
    this.exercises = exercises;
    this.at = at;
    this.zone = zone;
  }

  void insert(TrainingHistory history, WorkingMemory memory) {
    LocalDate today = at.atZoneSameInstant(zone).toLocalDate();
    List<TrainingHistory.Session> sessions =
        history.sessions().stream()
            .filter(s -> !s.date().isAfter(today))
            .sorted(Comparator.comparing(TrainingHistory.Session::date))
            .toList();
    for (int number = 0; number < sessions.size(); number++) {
      TrainingHistory.Session session = sessions.get(number);
      Integer hours =
          session.start() == null
              ? null
              : (int) ChronoUnit.HOURS.between(session.start().atZone(zone), at);
      int days = (int) ChronoUnit.DAYS.between(session.date(), today);
      memory.insert(new LoggedSession(number, hours, days));
      for (TrainingHistory.Exercise exercise : session.exercises()) {
        String lift = exercises.canonical(exercise.name());
        for (TrainingHistory.LiftedSet set : exercise.sets()) {
          memory.insert(
              new LoggedSet(number, lift, set.loadKg(), set.reps(), set.rpe(), set.kind()));
        }
      }
    }
  }
}
