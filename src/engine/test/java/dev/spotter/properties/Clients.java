package dev.spotter.properties;

import dev.spotter.history.TrainingHistory;
import dev.spotter.intake.Answer;
import dev.spotter.intake.Intake;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes clients, the same for the same seed. Three kinds in turn: anything goes; calm but for a few
 * answers, where one worry decides; and mostly unanswered.
 */
final class Clients {
  static final OffsetDateTime NOW = OffsetDateTime.of(2026, 3, 2, 9, 0, 0, 0, ZoneOffset.UTC);

  private final Vocabulary vocabulary;
  private final long seed;

  Clients(Vocabulary vocabulary, long seed) {
    this.vocabulary = vocabulary;
    this.seed = seed;
  }

  Intake client(int number) {
    Random random = new Random(seed * 1_000_003 + number);
    Map<String, Answer> answers = new LinkedHashMap<>();
    double asked = number % 3 == 2 ? 0.15 : 0.5 + random.nextDouble() / 2;
    for (Question question : vocabulary.questions()) {
      Object answer =
          number % 3 == 1 ? mostlyCalm(question, random) : answer(question, random, asked);
      if (answer != null) {
        answers.put(question.id(), Answer.of(answer));
      }
    }
    TrainingHistory history = random.nextInt(4) == 0 ? history(random) : null;
    return new Intake("client-" + number, NOW, ZoneOffset.UTC, answers, history);
  }

  private @Nullable Object mostlyCalm(Question question, Random random) {
    if (random.nextInt(14) == 0) {
      return answer(question, random, 0.9);
    }
    if (question.safe().isEmpty()) {
      return answer(question, random, 0.6);
    }
    List<String> safe = new ArrayList<>(question.safe());
    Collections.sort(safe);
    String one = safe.get(random.nextInt(safe.size()));
    return question.kind() == Question.Kind.MANY ? Set.of() : one;
  }

  private @Nullable Object answer(Question question, Random random, double asked) {
    if (random.nextDouble() > asked) {
      return null;
    }
    return random.nextInt(12) == 0 ? Question.UNKNOWN : any(question, random);
  }

  /** Any answer that the question offers. */
  static Object any(Question question, Random random) {
    return switch (question.kind()) {
      case YES_NO, CHOICE -> question.choices().get(random.nextInt(question.choices().size())).id();
      case MANY -> ticked(question, random);
      case WHOLE -> (int) number(question, random);
      case DECIMAL -> Math.round(number(question, random) * 2) / 2.0;
    };
  }

  private static Set<String> ticked(Question question, Random random) {
    Set<String> ticked = new LinkedHashSet<>();
    int most = random.nextInt(4);
    for (int i = 0; i < most; i++) {
      ticked.add(question.choices().get(random.nextInt(question.choices().size())).id());
    }
    return ticked;
  }

  private static double number(Question question, Random random) {
    Question.Range range = java.util.Objects.requireNonNull(question.range());
    double min = range.min().doubleValue();
    double max = range.max().doubleValue();
    // Small values decide most: days, hours and sets are rarely near the end of their range.
    double upTo =
        random.nextBoolean() ? max : Math.min(max, min + BigDecimal.TEN.doubleValue() * 2);
    return min + random.nextDouble() * (upTo - min);
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
