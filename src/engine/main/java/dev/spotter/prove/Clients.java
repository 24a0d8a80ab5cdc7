package dev.spotter.prove;

import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes clients, the same for the same seed and number. Three kinds in turn: anything goes; calm
 * but for a few answers, where one worry decides; and mostly unanswered.
 */
public final class Clients {
  private final RuleSet rules;
  private final Aim aim;
  private final long seed;

  public Clients(RuleSet rules, long seed) {
    this.rules = rules;
    this.aim = new Aim(rules);
    this.seed = seed;
  }

  /** A client of no particular kind. */
  public Client client(int number) {
    Random random = random(number);
    return sketch(number, random).client("client-" + number);
  }

  /** A client bent so that a rule may fire. */
  public Client client(int number, Rule rule) {
    return client(number, rule, null);
  }

  /**
   * A client bent so that a rule may fire and an invariant applies.
   *
   * @param rule the rule, or null for none
   * @param invariant the invariant, or null for none
   */
  Client client(int number, @Nullable Rule rule, @Nullable Invariant invariant) {
    Random random = random(number);
    boolean bare = rule != null && Aim.needsCalm(rule) && random.nextInt(4) > 0;
    Sketch sketch = bare ? new Sketch(rules.vocabulary(), random) : sketch(number, random);
    if (rule != null) {
      aim.at(rule, sketch, random);
    }
    if (invariant != null && !invariant.anyOf().isEmpty()) {
      List<Invariant.When> ways = invariant.anyOf();
      ways.get(random.nextInt(ways.size()))
          .answers()
          .forEach((id, wanted) -> sketch.want(question(id), wanted));
    }
    return sketch.client("client-" + number);
  }

  /** A client much like another: a few answers are other ones, or gone. */
  Client near(int number, Client other) {
    Random random = random(number);
    List<Question> questions = rules.vocabulary().questions();
    Map<String, Object> answers = new LinkedHashMap<>(other.answers());
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      Question question = questions.get(random.nextInt(questions.size()));
      Object answer = answer(question, random, 0.7);
      if (answer == null) {
        answers.remove(question.id());
      } else {
        answers.put(question.id(), answer);
      }
    }
    return other.answering("client-" + number, answers);
  }

  private Question question(String id) {
    return Objects.requireNonNull(rules.vocabulary().question(id));
  }

  private Random random(int number) {
    return random(seed, number);
  }

  /** Seeds that follow each other would all begin alike; these are far apart. */
  static Random random(long seed, int number) {
    return new Random((seed * 1_000_003 + number) * 0x9E3779B97F4A7C15L);
  }

  private Sketch sketch(int number, Random random) {
    Sketch sketch = new Sketch(rules.vocabulary(), random);
    int kind = number % 3;
    double asked = kind == 2 ? random.nextDouble() * 0.3 : 0.5 + random.nextDouble() / 2;
    for (Question question : rules.vocabulary().questions()) {
      sketch.answer(
          question, kind == 1 ? mostlyCalm(question, random) : answer(question, random, asked));
    }
    return sketch;
  }

  private static @Nullable Object mostlyCalm(Question question, Random random) {
    if (random.nextInt(14) == 0) {
      return answer(question, random, 0.9);
    }
    return question.safe().isEmpty()
        ? answer(question, random, 0.6)
        : Answering.safe(question, random);
  }

  private static @Nullable Object answer(Question question, Random random, double asked) {
    if (random.nextDouble() > asked) {
      return null;
    }
    return random.nextInt(12) == 0 ? Question.UNKNOWN : Answering.any(question, random);
  }
}
