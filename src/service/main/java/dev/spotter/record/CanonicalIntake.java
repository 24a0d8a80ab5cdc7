package dev.spotter.record;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spotter.history.TrainingHistory;
import dev.spotter.history.TrainingHistory.LiftedSet;
import dev.spotter.history.TrainingHistory.Session;
import dev.spotter.intake.Answer;
import dev.spotter.intake.Intake;
import dev.spotter.vocabulary.Question;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An intake as an intake file in one form: however it was sent, it reads back as what was told. */
final class CanonicalIntake {
  private static final ObjectMapper JSON = new ObjectMapper();

  private CanonicalIntake() {}

  static ObjectNode of(Intake intake) {
    ObjectNode tree = JSON.createObjectNode().put("id", intake.id());
    if (intake.at() != null) {
      tree.put("at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(intake.at()));
    }
    if (intake.zone() != null) {
      tree.put("zone", intake.zone().getId());
    }
    new TreeMap<>(intake.answers()).forEach((id, answer) -> answer(tree, id, answer));
    if (intake.history() != null) {
      history(tree.putObject("history"), intake.history());
    }
    return tree;
  }

  private static void answer(ObjectNode tree, String id, Answer answer) {
    int dot = id.indexOf('.');
    ObjectNode out = tree.withObjectProperty(id.substring(0, dot)).putObject(id.substring(dot + 1));
    Object value = answer.value();
    if (value instanceof Integer whole) {
      out.put("value", whole);
    } else if (value instanceof Double number) {
      out.put("value", BigDecimal.valueOf(number));
    } else if (value instanceof Set<?> ticked) {
      ArrayNode choices = out.putArray("value");
      Set<String> sorted = new TreeSet<>();
      ticked.forEach(t -> sorted.add(t.toString()));
      (sorted.isEmpty() ? Set.of(Question.NONE) : sorted).forEach(choices::add);
    } else {
      out.put("value", value.toString());
    }
    if (answer.by() != null) {
      out.put("by", answer.by());
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
    out.put(
        "start",
        session.start() == null
            ? session.date().toString()
            : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(session.start()));
    if (session.durationSec() != null) {
      out.put("durationSec", session.durationSec());
    }
    ArrayNode exercises = out.putArray("exercises");
    session
        .exercises()
        .forEach(
            e -> {
              ArrayNode sets = exercises.addObject().put("name", e.name()).putArray("sets");
              e.sets().forEach(s -> set(sets.addObject(), s, unit));
            });
  }

  private static void set(ObjectNode out, LiftedSet set, String unit) {
    if (set.loadKg() != null) {
      out.put("load", load(set.loadKg(), unit));
    }
    if (set.reps() != null) {
      out.put("reps", set.reps());
    }
    number(out, "rpe", set.rpe());
    number(out, "rir", set.rir());
    if (set.kind() != null) {
      out.put("kind", set.kind());
    }
  }

  /** Nine decimals of a pound give back what was logged. */
  private static BigDecimal load(double kg, String unit) {
    return unit.equals("kg")
        ? BigDecimal.valueOf(kg)
        : BigDecimal.valueOf(kg / TrainingHistory.KG_PER_LB)
            .setScale(9, RoundingMode.HALF_EVEN)
            .stripTrailingZeros();
  }

  private static void number(ObjectNode out, String name, @Nullable Double number) {
    if (number != null) {
      out.put(name, BigDecimal.valueOf(number));
    }
  }
}
