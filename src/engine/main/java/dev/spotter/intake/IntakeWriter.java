package dev.spotter.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.spotter.vocabulary.Question;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Writes clients as intake files, all in one form: however it was told, what {@link IntakeReader}
 * read comes back equal, and equal intakes are the same bytes. For one thread.
 */
public final class IntakeWriter {
  private final JsonGenerator json;

  /**
   * @param json where to write; flushed after each client, never closed
   */
  public IntakeWriter(JsonGenerator json) {
    this.json = json;
  }

  /** One client as JSON text, on one line. */
  public static String text(Intake intake) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      new IntakeWriter(json).write(intake);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return text.toString();
  }

  /** Writes one client as one object, its sections and their fields sorted by name. */
  public void write(Intake intake) throws IOException {
    json.writeStartObject();
    json.writeStringField("id", intake.id());
    if (intake.at() != null) {
      json.writeStringField("at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(intake.at()));
    }
    if (intake.zone() != null) {
      json.writeStringField("zone", intake.zone().getId());
    }
    answers(intake.answers());
    if (intake.history() != null) {
      new HistoryWriter(json, intake.history()).write();
    }
    json.writeEndObject();
    json.flush();
  }

  private void answers(Map<String, Answer> answers) throws IOException {
    Map<String, Map<String, Answer>> sections = new TreeMap<>();
    answers.forEach(
        (id, answer) -> {
          int dot = id.indexOf('.');
          sections
              .computeIfAbsent(id.substring(0, dot), s -> new TreeMap<>())
              .put(id.substring(dot + 1), answer);
        });
    for (Map.Entry<String, Map<String, Answer>> section : sections.entrySet()) {
      json.writeObjectFieldStart(section.getKey());
      for (Map.Entry<String, Answer> field : section.getValue().entrySet()) {
        json.writeObjectFieldStart(field.getKey());
        answer(field.getValue());
        json.writeEndObject();
      }
      json.writeEndObject();
    }
  }

  private void answer(Answer answer) throws IOException {
    json.writeFieldName("value");
    if (answer.value() instanceof Integer whole) {
      json.writeNumber(whole);
    } else if (answer.value() instanceof Double number) {
      json.writeNumber(BigDecimal.valueOf(number).toPlainString());
    } else if (answer.value() instanceof Set<?> ticked) {
      ticked(ticked);
    } else {
      json.writeString(answer.value().toString());
    }
    if (answer.by() != null) {
      json.writeStringField("by", answer.by());
    }
  }

  private void ticked(Set<?> ticked) throws IOException {
    Stream<String> choices =
        ticked.isEmpty() ? Stream.of(Question.NONE) : ticked.stream().map(String::valueOf).sorted();
    json.writeStartArray();
    for (String choice : choices.toList()) {
      json.writeString(choice);
    }
    json.writeEndArray();
  }
}
