package dev.spotter.properties;

import dev.spotter.history.TrainingHistory;
import dev.spotter.intake.Intake;
import dev.spotter.rules.RuleSet;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Generated clients, every fourth of them with a training log; the same for the same seed. */
final class Clients {
  static final OffsetDateTime NOW = OffsetDateTime.of(2026, 3, 2, 9, 0, 0, 0, ZoneOffset.UTC);

  private final dev.spotter.prove.Clients clients;
  private final long seed;

  Clients(RuleSet rules, long seed) {
    this.clients = new dev.spotter.prove.Clients(rules, seed);
    this.seed = seed;
  }

  Intake client(int number) {
    Intake told = clients.client(number).intake();
    Random random = new Random((seed * 1_000_003 - number) * 0x9E3779B97F4A7C15L);
    TrainingHistory history = random.nextInt(4) == 0 ? history(random) : null;
    return new Intake(told.id(), NOW, ZoneOffset.UTC, told.answers(), history);
  }

  private static TrainingHistory history(Random random) {
    String[] lifts = {
      "Deadlift (Barbell)",
      "Squat (Barbell)",
      "Romanian Deadlift (Barbell)",
      "Bench Press (Barbell)"
    };
    String[] kinds = {null, null, null, "warmup", "work", "drop", "failure"};
    List<TrainingHistory.Session> sessions = new ArrayList<>();
    LocalDate day = NOW.toLocalDate().minusDays(random.nextInt(5));
    int count = random.nextInt(16);
    for (int i = 0; i < count; i++) {
      List<TrainingHistory.Exercise> exercises = new ArrayList<>();
      for (int e = 0; e <= random.nextInt(2); e++) {
        List<TrainingHistory.LiftedSet> sets = new ArrayList<>();
        for (int s = 0; s <= random.nextInt(6); s++) {
          Double rpe = random.nextInt(3) == 0 ? 6 + random.nextInt(9) / 2.0 : null;
          sets.add(
              new TrainingHistory.LiftedSet(
                  20.0 + 2.5 * random.nextInt(80),
                  1 + random.nextInt(12),
                  rpe,
                  null,
                  kinds[random.nextInt(kinds.length)]));
        }
        exercises.add(new TrainingHistory.Exercise(lifts[random.nextInt(lifts.length)], sets));
      }
      sessions.add(
          new TrainingHistory.Session(
              day, random.nextBoolean() ? day.atTime(8, 0) : null, null, exercises));
      day = day.minusDays(1 + random.nextInt(random.nextInt(6) == 0 ? 30 : 5));
    }
    return new TrainingHistory(random.nextBoolean() ? "kg" : "lb", ZoneOffset.UTC, sessions);
  }
}
