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
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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

  /** An answer that reaches a goal, and how urgent it would then be. */
  private record Hit(Candidate candidate, Level level) {}

  Changes(Assessor assessor, Assessor.Settings settings, Candidates candidates) {
    this.assessor = assessor;
    this.settings = settings;
    this.candidates = candidates;
  }

  /**
   * @param questions that are tried; those that do not apply to the client are passed over
   */
  List<Change> of(Examined client, List<Goal> goals, Collection<Question> questions) {
    List<List<List<Hit>>> found = new ArrayList<>();
    goals.forEach(g -> found.add(new ArrayList<>()));
    for (Question question : questions) {
      if (applies(question, client)) {
        List<Candidate> others = candidates.of(question, client.intake());
        List<@Nullable Decision> decided = others.stream().map(c -> decide(client, c)).toList();
        for (int g = 0; g < goals.size(); g++) {
          List<Hit> hits = new ArrayList<>();
          for (int i = 0; i < others.size(); i++) {
            Decision decision = decided.get(i);
            if (decision != null && goals.get(g).reached().test(decision)) {
              hits.add(new Hit(others.get(i), decision.level()));
            }
          }
          if (!hits.isEmpty()) {
            hits.sort(order(client));
            found.get(g).add(hits);
          }
        }
      }
    }
    List<Change> changes = new ArrayList<>();
    for (int g = 0; g < goals.size(); g++) {
      String goal = goals.get(g).said();
      found.get(g).stream()
          .sorted(Comparator.comparing((List<Hit> hits) -> hits.get(0), order(client)))
          .limit(MOST_QUESTIONS)
          .forEach(hits -> changes.add(change(goal, hits)));
    }
    return changes;
  }

  private static boolean applies(Question question, Examined client) {
    return client.intake().answers().containsKey(question.id())
        || client.decision().open().contains(question.id());
  }

  private @Nullable Decision decide(Examined client, Candidate candidate) {
    try {
      return assessor.decide(candidate.in(client.intake()), settings);
    } catch (RuleFailed e) {
      return null; // trusted code that throws on this answer: no answer to propose
    }
  }

  /** Given answers before none; then those that raise no alarm; safe ones; the nearest. */
  private static Comparator<Hit> order(Examined client) {
    Level now = client.decision().level();
    return Comparator.comparingInt((Hit h) -> openness(h.candidate().answer()))
        .thenComparing(h -> h.level().compareTo(now) > 0 ? h.level() : now)
        .thenComparing(h -> !safe(h.candidate()))
        .thenComparing(h -> distance(h.candidate(), client));
  }

  private static int openness(@Nullable Object answer) {
    return answer == null ? 2 : Question.UNKNOWN.equals(answer) ? 1 : 0;
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

  private static Change change(String goal, List<Hit> hits) {
    Question question = hits.get(0).candidate().question();
    int most = question.kind().number() ? 1 : MOST_ANSWERS;
    List<Object> answers =
        hits.stream()
            .filter(
                h -> openness(h.candidate().answer()) == openness(hits.get(0).candidate().answer()))
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
