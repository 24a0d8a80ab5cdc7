package dev.spotter.assess;

import dev.spotter.fact.Completeness;
import dev.spotter.fact.History;
import dev.spotter.intake.Answer;
import dev.spotter.intake.Intake;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Vocabulary;
import dev.spotter.vocabulary.When;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one client, question by question: the client's word, or the log's where nobody
 * answered. Tells apart answered, open (unknown, or not asked) and not applicable.
 */
final class Answers {
  private final Vocabulary vocabulary;
  private final Map<String, Object> given = new HashMap<>();
  private final Map<String, @Nullable Object> measures;

  Answers(Vocabulary vocabulary, Intake intake, History history) {
    this.vocabulary = vocabulary;
    this.measures = history.equals(History.NONE) ? Map.of() : history.measures();
    for (Question question : vocabulary.questions()) {
      Answer answer = intake.answers().get(question.id());
      Object value = answer == null ? measured(question) : answer.value();
      if (value != null) {
        given.put(question.id(), value);
      }
    }
  }

  /** What the log says to a question, or null. */
  @Nullable Object measured(Question question) {
    Object value = question.from() == null ? null : measures.get(question.from());
    if (value instanceof String word && !question.offers(word)) {
      return null;
    }
    return value;
  }

  /** The value that rules see: null if not asked, and for a number or a set also if not known. */
  @Nullable Object factValue(Question question) {
    Object value = given.get(question.id());
    boolean word =
        question.kind() == Question.Kind.CHOICE || question.kind() == Question.Kind.YES_NO;
    return Question.UNKNOWN.equals(value) && !word ? null : value;
  }

  /** The value of a field that a rule names, or null: an answer or a measure. */
  @Nullable Object value(String type, String field, String section) {
    if (type.equals("History")) {
      return measures.get(field);
    }
    Question question = vocabulary.question(section + "." + field);
    return question == null ? null : factValue(question);
  }

  boolean answered(Question question) {
    Object value = given.get(question.id());
    return value != null && !Question.UNKNOWN.equals(value);
  }

  /** True if it applies and has no answer; unknown is none. */
  boolean open(Question question) {
    return !answered(question) && applies(question);
  }

  /** True if nobody was asked, as far as we know. */
  boolean absent(Question question) {
    return !given.containsKey(question.id()) && applies(question);
  }

  private boolean applies(Question question) {
    When when = question.when();
    return when == null || when.anyOf().stream().anyMatch(this::holds);
  }

  private boolean holds(When.Test test) {
    Object value = given.get(test.question());
    boolean listed =
        value instanceof Set<?> set
            ? set.stream().anyMatch(test.values()::contains)
            : value != null && test.values().contains(String.valueOf(value));
    return test.in() == listed;
  }

  /** The safety items that no answer settles. */
  Completeness completeness() {
    Set<String> open = new LinkedHashSet<>();
    for (Question question : vocabulary.questions()) {
      if (question.needed() != null) {
        open.add(question.needed());
      }
    }
    vocabulary.questions().stream()
        .filter(q -> q.needed() != null && answered(q))
        .forEach(q -> open.remove(q.needed()));
    return new Completeness(Set.copyOf(open), open.size());
  }
}
