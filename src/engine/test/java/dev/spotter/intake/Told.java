package dev.spotter.intake;

import dev.spotter.Shipped;
import dev.spotter.history.TrainingHistory;
import dev.spotter.history.TrainingHistory.Exercise;
import dev.spotter.history.TrainingHistory.LiftedSet;
import dev.spotter.history.TrainingHistory.Session;
import dev.spotter.prove.Clients;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Generated clients with all that an intake file can say: who answered, weights in pounds, times,
 * zones, training logs. The same for the same seed and number.
 */
final class Told {
  private static final String[] BY = {"self", "trainer", "Dr. Ö. \"Q\" <\uD83D\uDE00>\\"};
  private static final String[] ZONES = {"Z", "Europe/Berlin", "+05:45", "UTC"};
  private static final String[] UNITS = {"kg", "lb"};
  private static final String[] KINDS = {"warmup", "work", "drop", "failure"};

  private final Random random;

  private Told(Random random) {
    this.random = random;
  }

  static Intake client(Clients clients, long seed, int number) {
    Random random = new Random((seed * 1_000_003 - number) * 0x9E3779B97F4A7C15L);
    return new Told(random).more(clients.client(number).intake());
  }

  private Intake more(Intake told) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    told.answers().forEach((id, answer) -> answers.put(id, answer(id, answer.value())));
    return new Intake(
        told.id(), maybe(this::time), maybe(this::zone), answers, maybe(this::history));
  }

  private Answer answer(String id, Object value) {
    boolean weight = "kg".equals(Shipped.rules().vocabulary().question(id).unit());
    Object inPounds =
        weight && value instanceof Double kg && random.nextBoolean()
            ? Math.floor(kg * 100) / 100 * TrainingHistory.KG_PER_LB
            : value;
    return new Answer(inPounds, maybe(() -> any(BY)));
  }

  private OffsetDateTime time() {
    return OffsetDateTime.of(2026, 3, 2, 9, 0, 0, 0, ZoneOffset.ofTotalSeconds(below(64_800)))
        .plusSeconds(below(100_000))
        .plusNanos(random.nextBoolean() ? 0 : below(1_000_000_000));
  }

  private ZoneId zone() {
    return ZoneId.of(any(ZONES));
  }

  private TrainingHistory history() {
    String unit = any(UNITS);
    return new TrainingHistory(unit, maybe(this::zone), some(8, () -> session(unit)));
  }

  private Session session(String unit) {
    LocalDate day = LocalDate.of(2026, 3, 1).minusDays(below(60));
    LocalTime time = LocalTime.ofSecondOfDay(below(86_400)).plusNanos(below(2) * 120_000_000L);
    return new Session(
        day,
        maybe(() -> day.atTime(time)),
        maybe(() -> below(8_000)),
        some(3, () -> new Exercise("Deadlift (Barbell)", some(5, () -> set(unit)))));
  }

  /** Loads as on the plates, as a program would convert them, and next to nothing. */
  private LiftedSet set(String unit) {
    double[] loads = {5.0 * (1 + below(100)), (1 + below(100_000)) / 333.0, (1 + below(99)) / 1e9};
    double load = Math.rint(loads[below(3)] * 1e9) / 1e9;
    double kg = unit.equals("lb") ? load * TrainingHistory.KG_PER_LB : load;
    return new LiftedSet(
        maybe(() -> kg),
        maybe(() -> 1 + below(20)),
        maybe(() -> 1 + below(19) / 2.0),
        maybe(() -> below(21) / 2.0),
        maybe(() -> any(KINDS)));
  }

  private int below(int bound) {
    return random.nextInt(bound);
  }

  private String any(String[] words) {
    return words[below(words.length)];
  }

  private <T> @Nullable T maybe(Supplier<T> value) {
    return random.nextBoolean() ? value.get() : null;
  }

  private <T> List<T> some(int most, Supplier<T> value) {
    return Stream.generate(value).limit(below(most)).toList();
  }
}
