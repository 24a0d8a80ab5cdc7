package dev.spotter.prove;

import dev.spotter.assess.Assessor;
import dev.spotter.assess.Decision;
import dev.spotter.fact.Level;
import dev.spotter.intake.Intake;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.RemedyKind;
import dev.spotter.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Holds what was decided for a client against invariants. Safe for many threads. */
final class Verifier {
  private final Assessor assessor;
  private final Vocabulary vocabulary;
  private final List<Question> safe;
  private final Map<Invariant, List<Way>> ways = new ConcurrentHashMap<>();

  Verifier(Assessor assessor) {
    this.assessor = assessor;
    this.vocabulary = assessor.rules().vocabulary();
    this.safe = vocabulary.questions().stream().filter(q -> !q.safe().isEmpty()).toList();
  }

  /**
   * A client and what was decided for it.
   *
   * @param values what was answered, by the question's place
   */
  record Tried(
      Intake intake, Assessor.Settings settings, @Nullable Object[] values, Decision decision) {}

  /** One way in which an invariant applies, with the places of the questions it names. */
  private record Way(Set<Level> levels, int[] places, List<Wanted> wanted) {}

  Tried tried(Client client) {
    Intake intake = client.intake();
    Assessor.Settings settings = client.settings();
    return new Tried(
        intake, settings, intake.values(vocabulary), assessor.decide(intake, settings));
  }

  /** True if an invariant is about this client. */
  boolean applies(Invariant invariant, Tried client) {
    List<Way> any = ways.computeIfAbsent(invariant, this::ways);
    for (Way way : any) {
      if (applies(way, client)) {
        return true;
      }
    }
    return any.isEmpty();
  }

  private List<Way> ways(Invariant invariant) {
    return invariant.anyOf().stream()
        .map(
            when ->
                new Way(
                    when.levels(),
                    when.answers().keySet().stream().mapToInt(vocabulary::place).toArray(),
                    List.copyOf(when.answers().values())))
        .toList();
  }

  private static boolean applies(Way way, Tried client) {
    if (!way.levels().isEmpty() && !way.levels().contains(client.decision().level())) {
      return false;
    }
    for (int i = 0; i < way.places().length; i++) {
      if (!way.wanted().get(i).holds(client.values()[way.places()[i]])) {
        return false;
      }
    }
    return true;
  }

  /**
   * What is wrong with a decision, or null if the invariant holds.
   *
   * @param random picks the one safe answer that is taken away; null tries every one
   */
  @Nullable String wrong(Invariant invariant, Tried client, @Nullable Random random) {
    Decision decision = client.decision();
    Invariant.Then then = invariant.then();
    if (!then.levels().isEmpty() && !then.levels().contains(decision.level())) {
      return "the level is " + decision.level().word();
    }
    for (String remedy : then.remedies()) {
      if (!decision.remedies().contains(remedy)) {
        return remedy + " is not shown";
      }
    }
    for (String remedy : decision.remedies()) {
      RemedyKind kind = Objects.requireNonNull(vocabulary.remedies().get(remedy));
      if (then.noRemedies().contains(remedy) || then.noKinds().contains(kind.kind())) {
        return remedy + " is shown";
      }
    }
    return then.firm() ? falls(client, random) : null;
  }

  /** A safe answer without which the level falls, or null. */
  private @Nullable String falls(Tried client, @Nullable Random random) {
    List<Question> answered = new ArrayList<>();
    for (Question question : safe) {
      if (Answering.isSafe(question, client.values()[vocabulary.place(question.id())])) {
        answered.add(question);
      }
    }
    List<Question> tried =
        random == null || answered.isEmpty()
            ? answered
            : List.of(answered.get(random.nextInt(answered.size())));
    for (Question question : tried) {
      Level after = assessor.level(client.intake().without(question.id()), client.settings());
      if (rank(after) < rank(client.decision().level())) {
        return "without an answer to " + question.id() + " the level falls to " + after.word();
      }
    }
    return null;
  }

  /** Undetermined is treated as soon. */
  private static int rank(Level level) {
    return Set.of(Level.UNDETERMINED, Level.SOON).contains(level)
        ? Level.SOON.ordinal()
        : level.ordinal();
  }
}
