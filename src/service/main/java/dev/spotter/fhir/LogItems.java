package dev.spotter.fhir;

import dev.spotter.fhir.Item.Type;
import dev.spotter.history.TrainingHistory.LiftedSet;
import dev.spotter.vocabulary.Question.Choice;
import dev.spotter.vocabulary.Question.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** The part of the form that does not depend on any rule set: the training log. */
final class LogItems {
  /** A session, which says its start as a date and a time of day; an intake joins the two. */
  static final String SESSION = "history.sessions";

  private static final String EXERCISE = SESSION + ".exercises";
  private static final String SET = EXERCISE + ".sets";

  private LogItems() {}

  static Item history() {
    return Item.group(
        "history",
        false,
        "Training log",
        List.of(
            Item.choice("history.unit", "Loads are in", List.of(same("kg"), same("lb"))),
            Item.field("history.zone", Type.STRING, "Time zone of the log", null),
            Item.group(SESSION, true, "Session", session())));
  }

  private static List<Item> session() {
    return List.of(
        Item.field(SESSION + ".date", Type.DATE, "Local day it began", null),
        Item.field(SESSION + ".time", Type.TIME, "Local time it began", null),
        Item.field(SESSION + ".durationSec", Type.INTEGER, "Seconds it took", range(8_640_000)),
        Item.group(
            EXERCISE,
            true,
            "Exercise",
            List.of(
                Item.field(EXERCISE + ".name", Type.STRING, "Name, as logged", null),
                Item.group(SET, true, "Set", set()))));
  }

  /** The load has no range of its own: what is too much depends on the log's unit. */
  private static List<Item> set() {
    return List.of(
        Item.field(SET + ".load", Type.DECIMAL, "Load", null),
        Item.field(SET + ".reps", Type.INTEGER, "Repetitions", range(LiftedSet.MOST_REPS)),
        Item.field(SET + ".rpe", Type.DECIMAL, "RPE", range(10)),
        Item.field(SET + ".rir", Type.DECIMAL, "Repetitions in reserve", range(10)),
        Item.choice(
            SET + ".kind",
            "Kind of set",
            Stream.of("warmup", "work", "drop", "failure", "unknown")
                .map(LogItems::same)
                .toList()));
  }

  private static Choice same(String word) {
    return new Choice(word, word);
  }

  private static Range range(int most) {
    return new Range(BigDecimal.ZERO, BigDecimal.valueOf(most));
  }
}
