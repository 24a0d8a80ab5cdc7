package dev.spotter.assess;

import dev.spotter.fact.Completeness;
import dev.spotter.intake.Answer;
import dev.spotter.intake.Intake;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which open questions matter, and where the client and the log disagree. */
final class Questions {
  /** More would be an interrogation: the questions of the two leaders to ask next. */
  private static final int MOST_FOR_LEADERS = 5;

  private final Vocabulary vocabulary;
  private final Reads reads;
  private final Answers answers;

  Questions(Vocabulary vocabulary, Reads reads, Answers answers) {
    this.vocabulary = vocabulary;
    this.reads = reads;
    this.answers = answers;
  }

  /** Open safety questions; those that self-care waits for first. */
  List<String> openSafety() {
    Completeness completeness = answers.completeness();
    Stream<Question> needed = vocabulary.questions().stream().filter(q -> waited(q, completeness));
    Stream<Question> others =
        vocabulary.questions().stream()
            .filter(q -> q.tier().equals("safety") && answers.open(q) && !waited(q, completeness));
    return Stream.concat(needed, others).map(Question::id).toList();
  }

  private boolean waited(Question question, Completeness completeness) {
    return question.needed() != null
        && completeness.open().contains(question.needed())
        && answers.open(question);
  }

  /** Open questions that bear on a cause. */
  List<String> openFor(String cause) {
    return reads.bearingOn(cause, vocabulary.questions().stream().filter(answers::open).toList());
  }

  /** What to ask next: one question for each open safety item, then what would part the leaders. */
  List<Assessment.Next> next(Completeness completeness, List<Weighing.Sum> sums) {
    Map<String, Assessment.Next> next = new LinkedHashMap<>();
    Set<String> items = new HashSet<>();
    for (Question question : vocabulary.questions()) {
      if (waited(question, completeness) && items.add(String.valueOf(question.needed()))) {
        next.put(question.id(), ask(question, "needed before this can be left to self-care"));
      }
    }
    int core = next.size();
    for (Question question : decisive(sums)) {
      if (next.size() - core < MOST_FOR_LEADERS) {
        next.putIfAbsent(question.id(), ask(question, "bears on " + bearsOn(question, sums)));
      }
    }
    return List.copyOf(next.values());
  }

  /** Questions nobody asked that the rules of the two leaders read, heaviest first. */
  private List<Question> decisive(List<Weighing.Sum> sums) {
    return vocabulary.questions().stream()
        .filter(answers::absent)
        .filter(q -> weight(q, sums) > 0)
        .sorted(Comparator.comparingInt((Question q) -> weight(q, sums)).reversed())
        .toList();
  }

  private int weight(Question question, List<Weighing.Sum> sums) {
    return sums.stream()
        .limit(2)
        .mapToInt(s -> reads.bearingOn(s.cause().id()).getOrDefault(question.id(), 0))
        .sum();
  }

  private String bearsOn(Question question, List<Weighing.Sum> sums) {
    return String.join(
        " and ",
        sums.stream()
            .limit(2)
            .filter(s -> reads.bearingOn(s.cause().id()).containsKey(question.id()))
            .map(s -> s.cause().title())
            .toList());
  }

  private static Assessment.Next ask(Question question, String because) {
    return new Assessment.Next(question.id(), question.ask(), because);
  }

  /** One sentence for each question that the client and the log answer differently. */
  List<String> differences(Intake intake) {
    List<String> notes = new ArrayList<>();
    for (Question question : vocabulary.questions()) {
      Answer answer = intake.answers().get(question.id());
      Object measured = answers.measured(question);
      if (answer != null
          && answer.known()
          && measured != null
          && differ(question, answer.value(), measured)) {
        notes.add(
            question.id()
                + ": the answer given is "
                + shown(question, answer.value())
                + ", the training log says "
                + shown(question, measured)
                + ". The answer given was used; please check.");
      }
    }
    return notes;
  }

  private static boolean differ(Question question, Object given, Object measured) {
    if (given instanceof Number a && measured instanceof Number b) {
      double allowed = "hours".equals(question.unit()) ? 3 : 0.02 * Math.abs(b.doubleValue());
      return Math.abs(a.doubleValue() - b.doubleValue()) > allowed;
    }
    return !given.equals(measured);
  }

  private static String shown(Question question, Object value) {
    String unit = question.unit() == null ? "" : " " + question.unit();
    return value instanceof Number number
        ? Filler.plain(number.doubleValue()) + unit
        : question.label(String.valueOf(value));
  }
}
