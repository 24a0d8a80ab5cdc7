package dev.spotter.prove;

import dev.spotter.vocabulary.Question;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Makes answers that a question offers. */
final class Answering {
  private static final int TRIES = 200;

  private Answering() {}

  /** Any answer that the question offers; never unknown. */
  static Object any(Question question, Random random) {
    return switch (question.kind()) {
      case YES_NO, CHOICE -> question.choices().get(random.nextInt(question.choices().size())).id();
      case MANY -> ticked(question, random);
      case WHOLE, DECIMAL -> number(question, random);
    };
  }

  /** The answer that excludes worry; one of them where there are several; null for none. */
  static @Nullable Object safe(Question question, Random random) {
    if (question.safe().isEmpty()) {
      return null;
    }
    if (question.kind() == Question.Kind.MANY) {
      return Set.of();
    }
    Object[] safe = question.safe().toArray();
    Arrays.sort(safe);
    return safe[random.nextInt(safe.length)];
  }

  /** True if this answer excludes worry. */
  static boolean isSafe(Question question, @Nullable Object answer) {
    return answer instanceof Set<?> set
        ? set.isEmpty() && question.safe().contains(Question.NONE)
        : answer != null && question.safe().contains(String.valueOf(answer));
  }

  /** What is ticked, and this too; ticking none takes everything else away. */
  static Set<String> ticking(@Nullable Object before, String choice) {
    Set<String> ticked = new LinkedHashSet<>();
    if (choice.equals(Question.NONE)) {
      return ticked;
    }
    if (before instanceof Set<?> set) {
      set.forEach(c -> ticked.add(String.valueOf(c)));
    }
    ticked.add(choice);
    return ticked;
  }

  private static Set<String> ticked(Question question, Random random) {
    Set<String> ticked = new LinkedHashSet<>();
    int most = random.nextInt(4);
    for (int i = 0; i < most; i++) {
      ticked.add(question.choices().get(random.nextInt(question.choices().size())).id());
    }
    return ticked;
  }

  /** Small numbers decide most: days, hours and sets are rarely near the end of their range. */
  private static Number number(Question question, Random random) {
    Question.Range range = Objects.requireNonNull(question.range());
    double min = range.min().doubleValue();
    double max = range.max().doubleValue();
    double upTo = random.nextBoolean() ? max : Math.min(max, min + 20);
    return rounded(question, min + random.nextDouble() * (upTo - min));
  }

  /** A number of which something holds, or null where none was found. */
  static @Nullable Number number(Question question, Random random, Predicate<Object> holds) {
    for (int i = 0; i < TRIES; i++) {
      Number number = number(question, random);
      if (holds.test(number)) {
        return number;
      }
    }
    return null;
  }

  /** The number as this question takes it: whole, or in steps of a half. */
  static Number rounded(Question question, double value) {
    if (question.kind() == Question.Kind.WHOLE) {
      return (int) Math.round(value);
    }
    return Math.round(value * 2) / 2.0;
  }

  /** True if the number lies in the question's range. */
  static boolean fits(Question question, Number number) {
    Question.Range range = Objects.requireNonNull(question.range());
    BigDecimal value = BigDecimal.valueOf(number.doubleValue());
    return value.compareTo(range.min()) >= 0 && value.compareTo(range.max()) <= 0;
  }
}
