package dev.spotter.intake;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Section;
import dev.spotter.vocabulary.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Writes what an intake may say as JSON Schema 2020-12, derived from the vocabulary alone. */
public final class IntakeSchema {
  private final JsonGenerator json;

  private IntakeSchema(JsonGenerator json) {
    this.json = json;
  }

  /**
   * Writes the schema of one client.
   *
   * @param json where to; flushed, not closed
   */
  public static void write(Vocabulary vocabulary, JsonGenerator json) throws IOException {
    new IntakeSchema(json).client(vocabulary);
    json.flush();
  }

  private void client(Vocabulary vocabulary) throws IOException {
    json.writeStartObject();
    json.writeStringField("$schema", "https://json-schema.org/draft/2020-12/schema");
    json.writeStringField("$id", "urn:spotter:intake:1");
    json.writeStringField("title", "One client, as told");
    json.writeStringField("type", "object");
    json.writeBooleanField("additionalProperties", false);
    json.writeObjectFieldStart("properties");
    text("id", "The client's id; the file's name if absent");
    text("at", "When the answers were given, ISO-8601 with offset, or local with a zone");
    text("zone", "The client's time zone, such as Europe/Berlin");
    for (Section section : vocabulary.sections()) {
      section(section);
    }
    HistorySchema.write(json);
    json.writeEndObject();
    json.writeEndObject();
  }

  private void text(String name, String description) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("type", "string");
    json.writeStringField("description", description);
    json.writeEndObject();
  }

  private void section(Section section) throws IOException {
    json.writeObjectFieldStart(section.key());
    json.writeStringField("title", section.title());
    strings("type", List.of("object", "null"));
    json.writeBooleanField("additionalProperties", false);
    json.writeObjectFieldStart("properties");
    for (Question question : section.questions()) {
      question(question);
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private void question(Question question) throws IOException {
    json.writeObjectFieldStart(question.field());
    json.writeStringField("title", question.ask());
    if (question.help() != null) {
      json.writeStringField("description", question.help());
    }
    json.writeArrayFieldStart("anyOf");
    json.writeStartObject();
    value(question);
    json.writeEndObject();
    json.writeStartObject();
    form(question);
    json.writeEndObject();
    json.writeStartObject();
    json.writeStringField("type", "null");
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  /** The value with who gave it. */
  private void form(Question question) throws IOException {
    json.writeStringField("type", "object");
    strings("required", List.of("value"));
    json.writeBooleanField("additionalProperties", false);
    json.writeObjectFieldStart("properties");
    json.writeObjectFieldStart("value");
    value(question);
    json.writeEndObject();
    json.writeObjectFieldStart("by");
    json.writeStringField("type", "string");
    json.writeEndObject();
    if ("kg".equals(question.unit())) {
      json.writeObjectFieldStart("unit");
      strings("enum", List.of("kg", "lb", "lbs"));
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private void value(Question question) throws IOException {
    switch (question.kind()) {
      case YES_NO, CHOICE -> choice(question);
      case MANY -> many(question);
      case WHOLE, DECIMAL -> number(question);
    }
  }

  private void choice(Question question) throws IOException {
    json.writeArrayFieldStart("enum");
    for (String choice : offered(question)) {
      json.writeString(choice);
    }
    if (question.offers("yes") && question.offers("no")) {
      json.writeBoolean(true);
      json.writeBoolean(false);
    }
    json.writeEndArray();
  }

  private static List<String> offered(Question question) {
    List<String> offered = new ArrayList<>();
    question.choices().forEach(c -> offered.add(c.id()));
    if (question.kind() == Question.Kind.MANY) {
      offered.add(Question.NONE);
    }
    offered.add(Question.UNKNOWN);
    return offered;
  }

  private void many(Question question) throws IOException {
    json.writeArrayFieldStart("anyOf");
    json.writeStartObject();
    json.writeStringField("type", "array");
    json.writeNumberField("minItems", 1);
    json.writeObjectFieldStart("items");
    strings("enum", offered(question));
    json.writeEndObject();
    json.writeEndObject();
    json.writeStartObject();
    strings("enum", offered(question));
    json.writeEndObject();
    json.writeEndArray();
  }

  private void number(Question question) throws IOException {
    json.writeArrayFieldStart("anyOf");
    json.writeStartObject();
    json.writeStringField("type", question.kind() == Question.Kind.WHOLE ? "integer" : "number");
    Question.Range range = question.range();
    if (range != null) {
      json.writeNumberField("minimum", range.min());
      json.writeNumberField("maximum", range.max());
    }
    json.writeEndObject();
    json.writeStartObject();
    json.writeStringField("type", "string");
    String unit = "kg".equals(question.unit()) ? " ?(kg|lbs?)?" : "";
    json.writeStringField("pattern", "^(unknown|-?\\d+([.,]\\d+)?" + unit + ")$");
    json.writeEndObject();
    json.writeEndArray();
  }

  private void strings(String name, List<String> values) throws IOException {
    json.writeArrayFieldStart(name);
    for (String value : values) {
      json.writeString(value);
    }
    json.writeEndArray();
  }
}
