package dev.spotter.fhir;

import dev.spotter.history.TrainingHistory;
import dev.spotter.intake.Answer;
import dev.spotter.intake.Intake;
import dev.spotter.prove.Clients;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Made-up clients, with logs, times, zones, weights in pounds and who answered, as far as an intake
 * can say them; the same for the same seed.
 */
final class Generated {
  private static final List<String> BY = List.of("trainer", "client", "Dr. Ö. \"Q\" <x>");
  private static final List<ZoneId> ZONES =
      List.of(ZoneOffset.UTC, ZoneId.of("Europe/Berlin"), ZoneId.of("+05:45"));
  private static final String[] KINDS = {null, "warmup", "work", "drop", "failure"};

  private final Clients clients;
  private final long seed;

  Generated(long seed) {
    this.clients = new Clients(Examples.RULES, seed);
    this.seed = seed;
  }

  Intake client(int number) {
    Intake told = clients.client(number).intake();
    Random random = new Random((seed * 1_000_003 - number) * 0x9E3779B97F4A7C15L);
    Map<String, Answer> answers = new LinkedHashMap<>();
    told.answers().forEach((id, answer) -> answers.put(id, answer(answer, id, random)));
    String id = random.nextInt(3) == 0 ? "Patient/p-" + number : told.id();
    ZoneId zone = random.nextBoolean() ? ZONES.get(random.nextInt(ZONES.size())) : null;
    TrainingHistory history = random.nextInt(3) == 0 ? history(random) : null;
    return new Intake(id, at(random), zone, answers, history);
  }

  private static Answer answer(Answer given, String id, Random random) {
    Object value = given.value();
    if (id.endsWith("Kg") && value instanceof Double kg && random.nextBoolean()) {
      value = Math.floor(kg * 100) / 100 * TrainingHistory.KG_PER_LB;
    }
    return new Answer(value, random.nextInt(5) == 0 ? BY.get(random.nextInt(BY.size())) : null);
  }

  private static OffsetDateTime at(Random random) {
    if (random.nextInt(10) == 0) {
      return null;
    }
    return OffsetDateTime.of(2026, 3, 2, 9, 0, 0, 0, ZoneOffset.ofHours(random.nextInt(29) - 14))
        .plusSeconds(random.nextInt(100_000))
        .plusNanos(random.nextInt(3) == 0 ? random.nextInt(1_000_000_000) : 0);
  }

  private static TrainingHistory history(Random random) {
    String unit = random.nextBoolean() ? "kg" : "lb";
    List<TrainingHistory.Session> sessions = new ArrayList<>();
    LocalDate day = LocalDate.of(2026, 3, 1);
    for (int i = random.nextInt(8); i > 0; i--) {
      List<TrainingHistory.Exercise> exercises = new ArrayList<>();
      for (int e = random.nextInt(3); e > 0; e--) {
        List<TrainingHistory.LiftedSet> sets = new ArrayList<>();
        for (int s = random.nextInt(5); s > 0; s--) {
          sets.add(set(unit, random));
        }
        exercises.add(new TrainingHistory.Exercise("Deadlift (Barbell)", sets));
      }
      LocalTime time = LocalTime.of(random.nextInt(24), random.nextInt(60), random.nextInt(60));
      sessions.add(
          new TrainingHistory.Session(
              day,
              random.nextBoolean() ? day.atTime(time) : null,
              random.nextBoolean() ? random.nextInt(8_000) : null,
              exercises));
      day = day.minusDays(1 + random.nextInt(9));
    }
    ZoneId zone = random.nextBoolean() ? ZONES.get(random.nextInt(ZONES.size())) : null;
    return new TrainingHistory(unit, zone, sessions);
  }

  private static TrainingHistory.LiftedSet set(String unit, Random random) {
    double load = (1 + random.nextInt(100_000)) / (random.nextBoolean() ? 200.0 : 333.0);
    load = Math.rint(load * 1e9) / 1e9;
    double kg = unit.equals("lb") ? load * TrainingHistory.KG_PER_LB : load;
    return new TrainingHistory.LiftedSet(
        random.nextInt(9) == 0 ? null : Double.valueOf(kg),
        random.nextInt(9) == 0 ? null : random.nextInt(20) + 1,
        random.nextInt(3) == 0 ? 1 + random.nextInt(19) / 2.0 : null,
        random.nextInt(3) == 0 ? random.nextInt(21) / 2.0 : null,
        KINDS[random.nextInt(KINDS.length)]);
  }
}
