package dev.spotter.prove;

import dev.spotter.vocabulary.Question;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an answer has to be: one of several things.
 *
 * @param anyOf at least one
 */
record Wanted(List<One> anyOf) {
  private static final Pattern NUMBER = Pattern.compile("(<=|<|>=|>|)\\s*(-?[0-9]+(?:\\.[0-9]+)?)");

  /** One thing that an answer can be. */
  sealed interface One {
    /**
     * @param answer as in an intake; null where not asked
     */
    boolean holds(@Nullable Object answer);
  }

  /** Not asked, or asked and not known. */
  record Open() implements One {
    @Override
    public boolean holds(@Nullable Object answer) {
      return answer == null || answer.equals(Question.UNKNOWN);
    }
  }

  /** This choice, or this choice among those ticked; none is nothing ticked. */
  record Choice(String id) implements One {
    @Override
    public boolean holds(@Nullable Object answer) {
      return answer instanceof Set<?> set
          ? set.contains(id) || (set.isEmpty() && id.equals(Question.NONE))
          : id.equals(answer);
    }
  }

  /** A number so compared. */
  record Bound(String sign, BigDecimal limit) implements One {
    @Override
    public boolean holds(@Nullable Object answer) {
      if (!(answer instanceof Number number)) {
        return false;
      }
      int order = Double.compare(number.doubleValue(), limit.doubleValue());
      return switch (sign) {
        case "<" -> order < 0;
        case "<=" -> order <= 0;
        case ">" -> order > 0;
        case ">=" -> order >= 0;
        default -> order == 0;
      };
    }
  }

  /**
   * Reads what a file wants of a question.
   *
   * @throws IllegalArgumentException if the question cannot be answered so, with what it offers
   */
  static Wanted of(Question question, List<String> words) {
    List<One> anyOf = new ArrayList<>();
    for (String word : words) {
      anyOf.add(one(question, word.strip()));
    }
    if (anyOf.isEmpty()) {
      throw new IllegalArgumentException(question.id() + ": name at least one answer, or open");
    }
    return new Wanted(List.copyOf(anyOf));
  }

  private static One one(Question question, String word) {
    if (word.equals("open")) {
      return new Open();
    }
    Matcher number = NUMBER.matcher(word);
    if (question.kind().number() && number.matches()) {
      return new Bound(number.group(1), new BigDecimal(number.group(2)));
    }
    boolean none = word.equals(Question.NONE) && question.kind() == Question.Kind.MANY;
    if (question.offers(word) || none || word.equals(Question.UNKNOWN)) {
      return new Choice(word);
    }
    throw new IllegalArgumentException(
        question.id()
            + " cannot be "
            + word
            + "; it is open, unknown, or "
            + (question.kind().number()
                ? "a number, perhaps with < <= > >="
                : String.join(
                    ", ", question.choices().stream().map(Question.Choice::id).toList())));
  }

  boolean holds(@Nullable Object answer) {
    for (One one : anyOf) {
      if (one.holds(answer)) {
        return true;
      }
    }
    return false;
  }

  /** The choices of which it wants one; empty if it may want anything else. */
  List<String> choices() {
    List<String> choices = new ArrayList<>();
    for (One one : anyOf) {
      if (!(one instanceof Choice choice)) {
        return List.of();
      }
      choices.add(choice.id());
    }
    return choices;
  }

  /** True if this choice is one of those wanted. */
  boolean names(String choice) {
    return anyOf.contains(new Choice(choice));
  }

  /** The numbers with which an answer is compared. */
  Set<BigDecimal> limits() {
    return anyOf.stream()
        .flatMap(o -> o instanceof Bound bound ? Stream.of(bound.limit()) : Stream.empty())
        .collect(Collectors.toSet());
  }

  /** An answer of which this holds, null for not asked; what was answered stays where it can. */
  @Nullable Object answer(Question question, @Nullable Object before, Random random) {
    if (holds(before)) {
      return before;
    }
    One one = anyOf.get(random.nextInt(anyOf.size()));
    if (one instanceof Open) {
      return random.nextBoolean() ? null : Question.UNKNOWN;
    }
    if (one instanceof Choice choice) {
      return question.kind() == Question.Kind.MANY && !choice.id().equals(Question.UNKNOWN)
          ? Answering.ticking(before, choice.id())
          : choice.id();
    }
    return Answering.number(question, random, this::holds);
  }
}
