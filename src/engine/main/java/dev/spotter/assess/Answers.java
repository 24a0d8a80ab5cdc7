package dev.spotter.assess;

import dev.spotter.fact.Completeness;
import dev.spotter.fact.History;
import dev.spotter.intake.Intake;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Vocabulary;
import dev.spotter.vocabulary.When;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one client, question by question: the client's word, or the log's where nobody
 * answered. Tells apart answered, open (unknown, or not asked) and not applicable.
 */
final class Answers {
  private final Vocabulary vocabulary;

  /** By the question's place. */
  private final @Nullable Object[] given;

  /** The same as rules see it. */
  private final @Nullable Object[] seen;

  /** The places of the questions that have no answer; unknown is none. */
  private final BitSet unanswered;

  private final Map<String, @Nullable Object> measures;

  Answers(Vocabulary vocabulary, Intake intake, History history) {
    this.vocabulary = vocabulary;
    this.measures = history.equals(History.NONE) ? Map.of() : history.measures();
    List<Question> questions = vocabulary.questions();
    this.given = intake.values(vocabulary);
    if (!measures.isEmpty()) {
      for (int place = 0; place < given.length; place++) {
        given[place] = given[place] == null ? measured(questions.get(place)) : given[place];
      }
    }
    this.seen = given.clone();
    this.unanswered = new BitSet(given.length);
    for (int place = 0; place < given.length; place++) {
      boolean unknown = Question.UNKNOWN.equals(given[place]);
      if (unknown && !questions.get(place).kind().word()) {
        seen[place] = null;
      }
      unanswered.set(place, unknown || given[place] == null);
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
    return factValue(vocabulary.place(question.id()));
  }

  /** The same, of the question in this place. */
  @Nullable Object factValue(int place) {
    return seen[place];
  }

  /** The same, of the questions from one place up to another. */
  @Nullable Object[] factValues(int from, int to) {
    return Arrays.copyOfRange(seen, from, to);
  }

  /** The value of a field that a rule names, or null: an answer or a measure. */
  @Nullable Object value(String type, String field, String section) {
    if (type.equals("History")) {
      return measures.get(field);
    }
    Question question = vocabulary.question(section + "." + field);
    return question == null ? null : factValue(question);
  }

  /** The value of a field that a rule reads, or null: an answer or a measure. */
  @Nullable Object value(Reads.Field field) {
    if (field.place() >= 0) {
      return factValue(field.place());
    }
    return measures.isEmpty() ? null : measures.get(field.field());
  }

  /** The questions that apply and have no answer; unknown is none. */
  List<String> open() {
    List<String> open = new ArrayList<>(unanswered.cardinality());
    for (int at = unanswered.nextSetBit(0); at >= 0; at = unanswered.nextSetBit(at + 1)) {
      if (applies(at)) {
        open.add(vocabulary.questions().get(at).id());
      }
    }
    return open;
  }

  /** True if it applies and has no answer. */
  boolean open(Question question) {
    int place = vocabulary.place(question.id());
    return unanswered.get(place) && applies(place);
  }

  /** True if nobody was asked, as far as we know. */
  boolean absent(Question question) {
    int place = vocabulary.place(question.id());
    return given[place] == null && applies(place);
  }

  private boolean applies(int place) {
    When when = vocabulary.questions().get(place).when();
    if (when == null) {
      return true;
    }
    for (int i = 0; i < when.anyOf().size(); i++) {
      int decider = vocabulary.decider(place, i);
      if (holds(when.anyOf().get(i), decider < 0 ? null : given[decider])) {
        return true;
      }
    }
    return false;
  }

  private static boolean holds(When.Test test, @Nullable Object value) {
    boolean listed = false;
    if (value instanceof Set<?> set) {
      for (Object ticked : set) {
        listed |= test.values().contains(ticked);
      }
    } else {
      listed = value != null && test.values().contains(String.valueOf(value));
    }
    return test.in() == listed;
  }

  /** The safety items that no answer settles. */
  Completeness completeness() {
    Set<String> open = new HashSet<>();
    Set<String> settled = new HashSet<>();
    for (int place = 0; place < given.length; place++) {
      String needed = vocabulary.questions().get(place).needed();
      if (needed != null) {
        (unanswered.get(place) ? open : settled).add(needed);
      }
    }
    open.removeAll(settled);
    return new Completeness(Collections.unmodifiableSet(open), open.size());
  }
}
