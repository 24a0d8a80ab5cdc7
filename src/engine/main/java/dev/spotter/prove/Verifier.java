package dev.spotter.prove;

import dev.spotter.assess.Assessor;
import dev.spotter.assess.Decision;
import dev.spotter.fact.Level;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.RemedyKind;
import dev.spotter.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Holds what was decided for a client against invariants. Safe for many threads. */
final class Verifier {
  private final Assessor assessor;
  private final Vocabulary vocabulary;
  private final List<Question> safe;

  Verifier(Assessor assessor) {
    this.assessor = assessor;
    this.vocabulary = assessor.rules().vocabulary();
    this.safe = vocabulary.questions().stream().filter(q -> !q.safe().isEmpty()).toList();
  }

  Decision decide(Client client) {
    return assessor.decide(client.intake(), client.settings());
  }

  /** True if an invariant is about this client. */
  boolean applies(Invariant invariant, Client client, Decision decision) {
    for (Invariant.When when : invariant.anyOf()) {
      if (applies(when, client, decision)) {
        return true;
      }
    }
    return invariant.anyOf().isEmpty();
  }

  private static boolean applies(Invariant.When when, Client client, Decision decision) {
    if (!when.levels().isEmpty() && !when.levels().contains(decision.level())) {
      return false;
    }
    for (Map.Entry<String, Wanted> wanted : when.answers().entrySet()) {
      if (!wanted.getValue().holds(client.answers().get(wanted.getKey()))) {
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
  @Nullable String wrong(
      Invariant invariant, Client client, Decision decision, @Nullable Random random) {
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
    return then.firm() ? falls(client, decision.level(), random) : null;
  }

  /** A safe answer without which the level falls, or null. */
  private @Nullable String falls(Client client, Level before, @Nullable Random random) {
    List<Question> answered = new ArrayList<>();
    for (Question question : safe) {
      if (Answering.isSafe(question, client.answers().get(question.id()))) {
        answered.add(question);
      }
    }
    List<Question> tried =
        random == null || answered.isEmpty()
            ? answered
            : List.of(answered.get(random.nextInt(answered.size())));
    for (Question question : tried) {
      Client without = client.with(question.id(), null);
      Level after = assessor.level(without.intake(), without.settings());
      if (rank(after) < rank(before)) {
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
