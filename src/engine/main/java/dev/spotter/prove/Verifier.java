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
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Holds what was decided for a client against invariants. Safe for many threads. */
final class Verifier {
  private final Assessor assessor;
  private final Vocabulary vocabulary;

  /** The places of the questions that have a safe answer. */
  private final int[] safe;

  Verifier(Assessor assessor) {
    this.assessor = assessor;
    this.vocabulary = assessor.rules().vocabulary();
    List<Question> questions = vocabulary.questions();
    this.safe =
        IntStream.range(0, questions.size())
            .filter(place -> !questions.get(place).safe().isEmpty())
            .toArray();
  }

  /**
   * A client and what was decided for it.
   *
   * @param values what was answered, by the question's place
   */
  record Tried(
      Intake intake, Assessor.Settings settings, @Nullable Object[] values, Decision decision) {}

  Tried tried(Client client) {
    Intake intake = client.intake(vocabulary);
    Assessor.Settings settings = client.settings();
    return new Tried(
        intake, settings, intake.values(vocabulary), assessor.decide(intake, settings));
  }

  /** True if an invariant is about this client. */
  boolean applies(Invariant invariant, Tried client) {
    List<Way> ways = Way.of(invariant, vocabulary);
    return ways.isEmpty()
        || ways.stream().anyMatch(w -> w.holds(client.values(), client.decision().level()));
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
    List<Question> answered = new ArrayList<>(safe.length);
    for (int place : safe) {
      Question question = vocabulary.questions().get(place);
      if (Answering.isSafe(question, client.values()[place])) {
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
    return level == Level.UNDETERMINED ? Level.SOON.ordinal() : level.ordinal();
  }
}
