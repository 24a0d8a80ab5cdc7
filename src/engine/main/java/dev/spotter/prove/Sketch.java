package dev.spotter.prove;

import dev.spotter.fact.History;
import dev.spotter.rules.Condition;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Section;
import dev.spotter.vocabulary.Vocabulary;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A client in the making: answers are put in, and bent to what conditions demand. */
final class Sketch {
  private static final Map<String, Class<?>> MEASURES = measures();

  private final Vocabulary vocabulary;
  private final Random random;
  private final Map<String, Object> answers = new LinkedHashMap<>();
  private final Map<String, Object> measures = new LinkedHashMap<>();

  Sketch(Vocabulary vocabulary, Random random) {
    this.vocabulary = vocabulary;
    this.random = random;
  }

  private static Map<String, Class<?>> measures() {
    Map<String, Class<?>> types = new HashMap<>();
    for (RecordComponent component : History.class.getRecordComponents()) {
      types.put(component.getName(), component.getType());
    }
    return Collections.unmodifiableMap(types);
  }

  Client client(String id) {
    return new Client(id, answers, measures);
  }

  boolean asked(Question question) {
    return answers.containsKey(question.id());
  }

  /** Puts an answer in; null takes it away. */
  void answer(Question question, @Nullable Object answer) {
    if (answer == null) {
      answers.remove(question.id());
    } else {
      answers.put(question.id(), answer);
    }
  }

  /** Bends one answer to what is wanted of it. */
  void want(Question question, Wanted wanted) {
    answer(question, wanted.answer(question, answers.get(question.id()), random));
  }

  /** Bends answers of a section to one way in which a pattern over it can match. */
  void bend(Section section, Condition condition) {
    Demands.of(condition, random)
        .byField()
        .forEach(
            (field, tests) -> {
              Question question = vocabulary.question(section.key() + "." + field);
              if (question != null) {
                bend(question, tests);
              }
            });
  }

  private void bend(Question question, List<Condition.Test> tests) {
    Object now = answers.get(question.id());
    if (Demands.hold(tests, seen(question, now))) {
      return;
    }
    for (Object candidate : candidates(question, now, tests)) {
      if (Demands.hold(tests, seen(question, candidate))) {
        answer(question, candidate);
        return;
      }
    }
  }

  /** What rules see of an answer: a number or a set that is not known is null. */
  private static @Nullable Object seen(Question question, @Nullable Object answer) {
    boolean word =
        question.kind() == Question.Kind.CHOICE || question.kind() == Question.Kind.YES_NO;
    return Question.UNKNOWN.equals(answer) && !word ? null : answer;
  }

  private List<@Nullable Object> candidates(
      Question question, @Nullable Object now, List<Condition.Test> tests) {
    List<@Nullable Object> candidates = new ArrayList<>();
    if (question.kind() == Question.Kind.MANY) {
      candidates.add(ticking(now, tests));
      candidates.add(ticking(Set.of(), tests));
      candidates.add(null);
      return candidates;
    }
    question.choices().forEach(c -> candidates.add(c.id()));
    if (question.kind().number()) {
      candidates.addAll(near(question, tests));
      for (int i = 0; i < 20; i++) {
        candidates.add(Answering.any(question, random));
      }
    }
    Collections.shuffle(candidates, random);
    candidates.add(random.nextBoolean() ? 0 : candidates.size(), null);
    candidates.add(Question.UNKNOWN);
    return candidates;
  }

  /** What is ticked, bent: what must be in is in, what must not is out. */
  private static Set<String> ticking(@Nullable Object now, List<Condition.Test> tests) {
    Set<String> ticked = new LinkedHashSet<>();
    if (now instanceof Set<?> set) {
      set.forEach(c -> ticked.add(String.valueOf(c)));
    }
    for (Condition.Test test : tests) {
      test.operands()
          .forEach(
              o -> {
                if (test.op() == Condition.Op.CONTAINS) {
                  ticked.add(String.valueOf(o.value()));
                } else if (test.op() == Condition.Op.NOT_CONTAINS) {
                  ticked.remove(String.valueOf(o.value()));
                }
              });
    }
    return ticked;
  }

  /** Numbers at, just below and just above what they are compared with. */
  private static List<Object> near(Question question, List<Condition.Test> tests) {
    List<Object> numbers = new ArrayList<>();
    for (double limit : limits(tests)) {
      for (double step : new double[] {0, -1, 1, -0.5, 0.5}) {
        Number number = Answering.rounded(question, limit + step);
        if (Answering.fits(question, number)) {
          numbers.add(number);
        }
      }
    }
    return numbers;
  }

  private static List<Double> limits(List<Condition.Test> tests) {
    List<Double> limits = new ArrayList<>();
    tests.stream()
        .flatMap(t -> t.operands().stream())
        .filter(Condition.Operand::number)
        .forEach(o -> limits.add(((BigDecimal) Objects.requireNonNull(o.value())).doubleValue()));
    return limits;
  }

  /** Bends measures to one way in which a pattern over the log can match. */
  void bendMeasures(Condition condition) {
    Demands.of(condition, random)
        .byField()
        .forEach(
            (field, tests) -> {
              if (!Demands.hold(tests, measures.get(field))) {
                measure(field, tests);
              }
            });
  }

  private void measure(String field, List<Condition.Test> tests) {
    List<@Nullable Object> candidates = new ArrayList<>();
    boolean whole = MEASURES.get(field) == Integer.class;
    for (double limit : limits(tests)) {
      for (double step : new double[] {0, -0.01, 0.01, -0.2, 0.2, -1, 1, -5, 5}) {
        double value = Math.max(0, limit + step);
        candidates.add(whole ? (Object) (int) Math.round(value) : (Object) value);
      }
    }
    tests.stream()
        .flatMap(t -> t.operands().stream())
        .filter(o -> o.value() instanceof String)
        .forEach(o -> candidates.add(o.value()));
    if (MEASURES.get(field) == String.class) {
      candidates.addAll(List.of("yes", "no"));
    } else {
      int some = 1 + random.nextInt(120);
      candidates.add(whole ? (Object) some : (Object) (double) some);
    }
    Collections.shuffle(candidates, random);
    candidates.add(random.nextBoolean() ? 0 : candidates.size(), null);
    for (Object candidate : candidates) {
      if (Demands.hold(tests, candidate)) {
        if (candidate == null) {
          measures.remove(field);
        } else {
          measures.put(field, candidate);
        }
        return;
      }
    }
  }
}
