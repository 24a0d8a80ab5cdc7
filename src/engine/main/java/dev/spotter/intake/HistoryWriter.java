package dev.spotter.intake;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.spotter.history.TrainingHistory;
import dev.spotter.history.TrainingHistory.Exercise;
import dev.spotter.history.TrainingHistory.LiftedSet;
import dev.spotter.history.TrainingHistory.Session;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Writes the training log of an intake, loads in the unit they were logged in. */
record HistoryWriter(JsonGenerator json, TrainingHistory history) {

  /** As many of a pound give back what was logged, however it was rounded to kilograms. */
  private static final int DECIMALS = 9;

  void write() throws IOException {
    json.writeObjectFieldStart("history");
    json.writeStringField("unit", history.unit());
    if (history.zone() != null) {
      json.writeStringField("zone", history.zone().getId());
    }
    json.writeArrayFieldStart("sessions");
    for (Session session : history.sessions()) {
      session(session);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void session(Session session) throws IOException {
    json.writeStartObject();
    json.writeStringField("start", start(session));
    if (session.durationSec() != null) {
      json.writeNumberField("durationSec", session.durationSec());
    }
    json.writeArrayFieldStart("exercises");
    for (Exercise exercise : session.exercises()) {
      json.writeStartObject();
      json.writeStringField("name", exercise.name());
      json.writeArrayFieldStart("sets");
      for (LiftedSet set : exercise.sets()) {
        set(set);
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String start(Session session) {
    return session.start() == null
        ? session.date().toString()
        : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(session.start());
  }

  private void set(LiftedSet set) throws IOException {
    json.writeStartObject();
    number("load", load(set.loadKg()));
    if (set.reps() != null) {
      json.writeNumberField("reps", set.reps());
    }
    number("rpe", exactly(set.rpe()));
    number("rir", exactly(set.rir()));
    if (set.kind() != null) {
      json.writeStringField("kind", set.kind());
    }
    json.writeEndObject();
  }

  private @Nullable BigDecimal load(@Nullable Double kg) {
    if (kg == null || history.unit().equals("kg")) {
      return exactly(kg);
    }
    return BigDecimal.valueOf(kg / TrainingHistory.KG_PER_LB)
        .setScale(DECIMALS, RoundingMode.HALF_EVEN)
        .stripTrailingZeros();
  }

  private static @Nullable BigDecimal exactly(@Nullable Double number) {
    return number == null ? null : BigDecimal.valueOf(number);
  }

  /** In plain digits: a reader takes no exponent. */
  private void number(String name, @Nullable BigDecimal number) throws IOException {
    if (number != null) {
      json.writeFieldName(name);
      json.writeNumber(number.toPlainString());
    }
  }
}
