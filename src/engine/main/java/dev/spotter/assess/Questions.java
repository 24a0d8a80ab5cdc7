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
  private final List<Question> open;
  private final int lead;

  /**
   * @param lead by how many points the first cause must lead
   */
  Questions(Vocabulary vocabulary, Reads reads, Answers answers, int lead) {
    this.lead = lead;
    this.vocabulary = vocabulary;
    this.reads = reads;
    this.answers = answers;
    this.open = vocabulary.questions().stream().filter(answers::open).toList();
  }

  /** Open safety questions; those that self-care waits for first. */
  List<String> openSafety(Completeness completeness) {
    Stream<Question> needed = open.stream().filter(q -> waited(q, completeness));
    Stream<Question> others =
        open.stream().filter(q -> q.tier().equals("safety") && !waited(q, completeness));
    return Stream.concat(needed, others).map(Question::id).toList();
  }

  /**
   * True if the question, open itself, would settle a safety item that nothing else has settled.
   */
  private static boolean waited(Question question, Completeness completeness) {
    return question.needed() != null && completeness.open().contains(question.needed());
  }

  /** Open questions that bear on a cause. */
  List<String> openFor(String cause) {
    Map<String, Integer> bearing = reads.bearingOn(cause);
    return open.stream().map(Question::id).filter(bearing::containsKey).toList();
  }

  /** What to ask next: one question for each open safety item, then what would part the leaders. */
  List<Assessment.Next> next(Completeness completeness, List<Weighing.Sum> sums) {
    Map<String, Assessment.Next> next = new LinkedHashMap<>();
    Set<String> items = new HashSet<>();
    for (Question question : open) {
      if (waited(question, completeness) && items.add(String.valueOf(question.needed()))) {
        next.put(question.id(), ask(question, "needed before this can be left to self-care"));
      }
    }
    int core = next.size();
    for (Question question : decisive(sums)) {
      if (next.size() - core < MOST_FOR_LEADERS) {
        next.putIfAbsent(question.id(), ask(question, "helps to tell " + leaders(sums)));
      }
    }
    return List.copyOf(next.values());
  }

  /**
   * Questions nobody asked that could part the two leaders, or bring them together: those whose
   * answer can move them by more than what makes the lead, the most decisive first.
   */
  private List<Question> decisive(List<Weighing.Sum> sums) {
    if (sums.size() < 2) {
      return List.of();
    }
    String first = sums.get(0).cause().id();
    String second = sums.get(1).cause().id();
    int needed = Math.max(0, sums.get(0).standing() - sums.get(1).standing() - lead);
    return open.stream()
        .filter(q -> answers.absent(q) && reads.swing(q.id(), first, second) > needed)
        .sorted(
            Comparator.comparingInt((Question q) -> reads.swing(q.id(), first, second)).reversed())
        .toList();
  }

  private static String leaders(List<Weighing.Sum> sums) {
    return sums.get(0).cause().title() + " from " + sums.get(1).cause().title();
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
