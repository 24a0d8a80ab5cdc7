package dev.spotter.prove;

import dev.spotter.rules.Condition;
import dev.spotter.rules.Condition.Op;
import dev.spotter.rules.Pattern;
import dev.spotter.rules.Rule;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All clients who agree in some answers, and may answer anything else. A variable is a question, or
 * one choice of a question where several may be ticked.
 *
 * @param fixed by question: its answer, {@link #NOT_ASKED}, or for ticks a map from choice to
 *     whether it is ticked
 */
record Partial(Map<String, Object> fixed) {
  static final String NOT_ASKED = "not asked";

  /** What parts the clients: a question, and the choice where several may be ticked. */
  record Variable(Question question, @Nullable String choice) {}

  static Partial none() {
    return new Partial(Map.of());
  }

  /** The same with a question answered, or {@link #NOT_ASKED}. */
  Partial with(Question question, Object answer) {
    Map<String, Object> more = new TreeMap<>(fixed);
    more.put(question.id(), answer);
    return new Partial(more);
  }

  /** The same with a choice ticked, or known not to be. */
  Partial with(Question question, String choice, boolean ticked) {
    Map<String, Boolean> ticks = new TreeMap<>();
    if (fixed.get(question.id()) instanceof Map<?, ?> before) {
      before.forEach((c, t) -> ticks.put(String.valueOf(c), Boolean.TRUE.equals(t)));
    }
    ticks.put(choice, ticked);
    return with(question, ticks);
  }

  /** True if nothing is said of this variable yet. */
  boolean open(Variable variable) {
    Object answer = fixed.get(variable.question().id());
    return answer == null
        || (answer instanceof Map<?, ?> ticks
            && variable.choice() != null
            && !ticks.containsKey(variable.choice()));
  }

  /** True if somebody has said that this question was answered in some way or not at all. */
  boolean says(Question question) {
    return fixed.containsKey(question.id());
  }

  /**
   * One of these clients: what is not fixed is not asked, save that self-care waits for no more
   * than it has to, since a question left open only makes a client more urgent.
   */
  Client client(Vocabulary vocabulary) {
    Client client = new Client("case-0", Map.of(), Map.of());
    for (Question question : vocabulary.questions()) {
      Object answer = fixed.get(question.id());
      if (answer == null) {
        client = question.needed() == null ? client : client.with(question.id(), safe(question));
      } else if (!answer.equals(NOT_ASKED)) {
        client = client.with(question.id(), given(answer));
      }
    }
    return client;
  }

  private static @Nullable Object safe(Question question) {
    return question.kind() == Question.Kind.MANY
        ? Set.of()
        : question.safe().stream().sorted().findFirst().orElse(null);
  }

  private static Object given(Object answer) {
    if (!(answer instanceof Map<?, ?> ticks)) {
      return answer;
    }
    Set<String> ticked = new LinkedHashSet<>();
    ticks.forEach(
        (choice, is) -> {
          if (Boolean.TRUE.equals(is)) {
            ticked.add(String.valueOf(choice));
          }
        });
    return ticked;
  }

  /**
   * What else a rule reads, in its order: empty if it fires for all of these clients once it fires
   * for one. Null if that cannot be told.
   */
  @Nullable List<Variable> unsaid(Rule rule, Vocabulary vocabulary) {
    Set<Variable> unsaid = new LinkedHashSet<>();
    for (Pattern pattern : rule.patterns()) {
      for (Condition.Test test : pattern.tests().toList()) {
        if (pattern.type().equals("Completeness")) {
          if (!growsWithWhatIsOpen(test)) {
            return null;
          }
        } else {
          Question question = vocabulary.question(pattern.type(), test.field());
          if (question == null) {
            return null;
          }
          variables(question, test).stream().filter(this::open).forEach(unsaid::add);
        }
      }
    }
    return List.copyOf(unsaid);
  }

  private static boolean growsWithWhatIsOpen(Condition.Test test) {
    return test.op() == Op.GT || test.op() == Op.GE || test.op() == Op.CONTAINS;
  }

  private List<Variable> variables(Question question, Condition.Test test) {
    if (question.kind() != Question.Kind.MANY || test.againstNull()) {
      return says(question) ? List.of() : List.of(new Variable(question, null));
    }
    List<Variable> variables = new ArrayList<>();
    test.operands()
        .forEach(
            o ->
                variables.add(
                    new Variable(question, String.valueOf(Objects.requireNonNull(o.value())))));
    return variables;
  }
}
