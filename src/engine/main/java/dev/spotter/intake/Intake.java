package dev.spotter.intake;

import dev.spotter.history.TrainingHistory;
import dev.spotter.vocabulary.Vocabulary;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One client as told: answers by question id, and what was trained. A question that is not a key
 * was not asked, which is never a no. Plain data, free of any rule set's classes. Immutable.
 *
 * @param id the client's id
 * @param at when the answers were given, or null where the file does not say
 * @param zone the client's time zone, or null where not said
 * @param answers by question id
 * @param history the training log, or null
 */
public record Intake(
    String id,
    @Nullable OffsetDateTime at,
    @Nullable ZoneId zone,
    Map<String, Answer> answers,
    @Nullable TrainingHistory history) {
  public Intake {
    answers =
        answers instanceof Answered
            ? answers
            : Collections.unmodifiableMap(new LinkedHashMap<>(answers));
  }

  /**
   * A client without a log, laid out for a vocabulary.
   *
   * @param answers values by question id, all of them known to the vocabulary
   */
  public static Intake of(
      String id,
      OffsetDateTime at,
      ZoneId zone,
      Vocabulary vocabulary,
      Map<String, Object> answers) {
    Answered answered = new Answered(vocabulary);
    answers.forEach((asked, value) -> answered.answer(vocabulary.place(asked), Answer.of(value)));
    return new Intake(id, at, zone, answered, null);
  }

  /**
   * What was answered, by each question's place in a vocabulary.
   *
   * @return a new array; null where a question was not asked
   */
  public @Nullable Object[] values(Vocabulary vocabulary) {
    @Nullable Object[] values = new @Nullable Object[vocabulary.questions().size()];
    if (answers instanceof Answered answered && answered.suits(vocabulary)) {
      answered.spread(values);
    } else {
      answers.forEach(
          (id, answer) -> {
            int place = vocabulary.place(id);
            if (place >= 0) {
              values[place] = answer.value();
            }
          });
    }
    return values;
  }

  /** The same client, never asked this question. */
  public Intake without(String question) {
    if (answers instanceof Answered answered) {
      return new Intake(id, at, zone, answered.without(question), history);
    }
    Map<String, Answer> fewer = new LinkedHashMap<>(answers);
    fewer.remove(question);
    return new Intake(id, at, zone, fewer, history);
  }

  /** The same client with this training log. */
  public Intake with(TrainingHistory log) {
    return new Intake(id, at, zone, answers, log);
  }
}
