package dev.spotter.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spotter.history.TrainingHistory;
import dev.spotter.history.TrainingHistory.Exercise;
import dev.spotter.history.TrainingHistory.LiftedSet;
import dev.spotter.history.TrainingHistory.Session;
import dev.spotter.intake.Answer;
import dev.spotter.intake.Intake;
import dev.spotter.vocabulary.Question;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An intake as a tree of the form's shape, each answer as {@code {value, by}}. */
final class IntakeTree {
  private final Form form;

  IntakeTree(Form form) {
    this.form = form;
  }

  /**
   * @throws IllegalArgumentException if it answers a question that the form does not have
   */
  ObjectNode of(Intake intake) {
    ObjectNode tree = Json.object();
    if (intake.zone() != null) {
      tree.put("zone", intake.zone().getId());
    }
    intake.answers().forEach((id, answer) -> answer(tree, id, answer));
    if (intake.history() != null) {
      history(tree.putObject("history"), intake.history());
    }
    return tree;
  }

  private void answer(ObjectNode tree, String id, Answer answer) {
    Question question = form.vocabulary().question(id);
    if (question == null) {
      throw new IllegalArgumentException("the rule set has no question " + id);
    }
    ObjectNode out = tree.withObjectProperty(question.section()).putObject(question.field());
    value(out, question, answer.value());
    if (answer.by() != null) {
      out.put("by", answer.by());
    }
  }

  private static void value(ObjectNode out, Question question, Object value) {
    if (value instanceof Integer whole) {
      out.put("value", whole);
    } else if (value instanceof Double number) {
      out.put("value", BigDecimal.valueOf(number));
    } else if (value instanceof Set<?> ticked) {
      ArrayNode codes = out.putArray("value");
      List<String> inOrder =
          question.choices().stream().map(Question.Choice::id).filter(ticked::contains).toList();
      (ticked.isEmpty() ? List.of(Question.NONE) : inOrder).forEach(codes::add);
    } else {
      out.put("value", value.toString());
    }
  }

  private static void history(ObjectNode out, TrainingHistory history) {
    out.put("unit", history.unit());
    if (history.zone() != null) {
      out.put("zone", history.zone().getId());
    }
    ArrayNode sessions = out.putArray("sessions");
    history.sessions().forEach(s -> session(sessions.addObject(), s, history.unit()));
  }

  private static void session(ObjectNode out, Session session, String unit) {
    out.put("date", session.date().toString());
    if (session.start() != null) {
      out.put("time", DateTimeFormatter.ISO_LOCAL_TIME.format(session.start()));
    }
    if (session.durationSec() != null) {
      out.put("durationSec", session.durationSec());
    }
    ArrayNode exercises = out.putArray("exercises");
    for (Exercise exercise : session.exercises()) {
      ObjectNode logged = exercises.addObject().put("name", exercise.name());
      ArrayNode sets = logged.putArray("sets");
      exercise.sets().forEach(s -> set(sets.addObject(), s, unit));
    }
  }

  private static void set(ObjectNode out, LiftedSet set, String unit) {
    number(out, "load", load(set.loadKg(), unit));
    if (set.reps() != null) {
      out.put("reps", set.reps());
    }
    number(out, "rpe", set.rpe() == null ? null : BigDecimal.valueOf(set.rpe()));
    number(out, "rir", set.rir() == null ? null : BigDecimal.valueOf(set.rir()));
    if (set.kind() != null) {
      out.put("kind", set.kind());
    }
  }

  /** Nine decimals of a pound give back what was logged; a reader takes no more. */
  private static @Nullable BigDecimal load(@Nullable Double kg, String unit) {
    if (kg == null || unit.equals("kg")) {
      return kg == null ? null : BigDecimal.valueOf(kg);
    }
    return BigDecimal.valueOf(kg / TrainingHistory.KG_PER_LB)
        .setScale(9, RoundingMode.HALF_EVEN)
        .stripTrailingZeros();
  }

  private static void number(ObjectNode out, String name, @Nullable BigDecimal number) {
    if (number != null) {
      out.put(name, number);
    }
  }
}
