package dev.spotter.explain;

import dev.spotter.assess.Assessor;
import dev.spotter.assess.Decision;
import dev.spotter.assess.Examined;
import dev.spotter.explain.Candidates.Candidate;
import dev.spotter.fact.Level;
import dev.spotter.intake.Answer;
import dev.spotter.rules.RuleFailed;
import dev.spotter.vocabulary.Question;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Finds single answers that would change a conclusion, by assessing the same client anew with each.
 */
final class Changes {
  /** More is no help to anybody: questions for each goal, and answers to each. */
  private static final int MOST_QUESTIONS = 5;

  private static final int MOST_ANSWERS = 3;

  private final Assessor assessor;
  private final Assessor.Settings settings;
  private final Candidates candidates;

  /** What is to be so. */
  record Goal(String said, Predicate<Decision> reached) {}

  /** An answer, and what would be decided by it. */
  private record Tried(Candidate candidate, Decision decision) {
    Level level() {
      return decision.level();
    }

    /** Given, not known, not asked: the less is known, the later. */
    int openness() {
      Object answer = candidate.answer();
      return answer == null ? 2 : Question.UNKNOWN.equals(answer) ? 1 : 0;
    }
  }

  Changes(Assessor assessor, Assessor.Settings settings, Candidates candidates) {
    this.assessor = assessor;
    this.settings = settings;
    this.candidates = candidates;
  }

  /**
   * @param questions that are tried; those that do not apply to the client are passed over
   */
  List<Change> of(Examined client, List<Goal> goals, Collection<Question> questions) {
    Map<Question, List<Tried>> tried = new LinkedHashMap<>();
    questions.stream().filter(q -> applies(q, client)).forEach(q -> tried.put(q, tried(client, q)));
    return goals.stream().flatMap(g -> of(client, g, tried.values()).stream()).toList();
  }

  private List<Tried> tried(Examined client, Question question) {
    List<Tried> tried = new ArrayList<>();
    for (Candidate candidate : candidates.of(question, client.intake())) {
      try {
        tried.add(new Tried(candidate, assessor.decide(candidate.in(client.intake()), settings)));
      } catch (RuleFailed e) {
        // Trusted code threw on this answer: there is nothing to propose.
      }
    }
    return tried;
  }

  private static List<Change> of(Examined client, Goal goal, Collection<List<Tried>> tried) {
    Comparator<Tried> order = order(client);
    return tried.stream()
        .map(t -> t.stream().filter(c -> goal.reached().test(c.decision())).sorted(order).toList())
        .filter(hits -> !hits.isEmpty())
        .sorted(Comparator.comparing((List<Tried> hits) -> hits.get(0), order))
        .limit(MOST_QUESTIONS)
        .map(hits -> change(goal.said(), hits))
        .toList();
  }

  private static boolean applies(Question question, Examined client) {
    return client.intake().answers().containsKey(question.id())
        || client.decision().open().contains(question.id());
  }

  /** Given answers before none; then those that raise no alarm; safe ones; the nearest. */
  private static Comparator<Tried> order(Examined client) {
    Level now = client.decision().level();
    return Comparator.comparingInt(Tried::openness)
        .thenComparing(h -> h.level().compareTo(now) > 0 ? h.level() : now)
        .thenComparing(h -> !safe(h.candidate()))
        .thenComparing(h -> distance(h.candidate(), client));
  }

  private static boolean safe(Candidate candidate) {
    return candidate.question().safe().contains(String.valueOf(candidate.answer()));
  }

  /** Of its range, how far a number is from the one given; half for what has no distance. */
  private static double distance(Candidate candidate, Examined client) {
    Answer given = client.intake().answers().get(candidate.question().id());
    Question.Range range = candidate.question().range();
    if (range == null
        || given == null
        || !(given.value() instanceof Number from)
        || !(candidate.answer() instanceof Number to)) {
      return 0.5;
    }
    double width = range.max().subtract(range.min()).doubleValue();
    return Math.abs(to.doubleValue() - from.doubleValue()) / Math.max(width, 1);
  }

  private static Change change(String goal, List<Tried> hits) {
    Question question = hits.get(0).candidate().question();
    int most = question.kind().number() ? 1 : MOST_ANSWERS;
    List<Object> answers =
        hits.stream()
            .filter(h -> h.openness() == hits.get(0).openness())
            .flatMap(h -> java.util.stream.Stream.ofNullable(h.candidate().answer()))
            .limit(most)
            .toList();
    List<String> said =
        answers.isEmpty()
            ? List.of("not asked")
            : answers.stream().map(a -> Known.worded(question, a)).toList();
    return new Change(goal, question.id(), question.ask(), answers, said, hits.get(0).level());
  }
}
