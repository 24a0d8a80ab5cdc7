package dev.spotter.prove;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.spotter.assess.Assessor;
import dev.spotter.fact.History;
import dev.spotter.intake.Answer;
import dev.spotter.intake.Intake;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A made-up client: answers by question id, and what a log would measure by name. Immutable.
 *
 * @param id its id
 * @param answers as in an intake; what is not asked is no key
 * @param measures stand in for a training log's
 */
public record Client(String id, Map<String, Object> answers, Map<String, Object> measures) {
  static final OffsetDateTime NOW = OffsetDateTime.of(2026, 3, 2, 9, 0, 0, 0, ZoneOffset.UTC);

  public Client {
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
  }

  /** The answers alone, as an intake. */
  public Intake intake() {
    Map<String, Answer> given = new LinkedHashMap<>();
    answers.forEach((id, value) -> given.put(id, Answer.of(value)));
    return new Intake(id, NOW, ZoneOffset.UTC, given, null);
  }

  /** The same, laid out for a vocabulary that has all that was asked. */
  Intake intake(Vocabulary vocabulary) {
    return Intake.of(id, NOW, ZoneOffset.UTC, vocabulary, answers);
  }

  /** How to assess it: its measures in place of a log's. */
  public Assessor.Settings settings() {
    return Assessor.Settings.at(NOW, ZoneOffset.UTC)
        .measuring(measures.isEmpty() ? null : History.of(measures));
  }

  /** A client of this id who answers otherwise. */
  Client answering(String name, Map<String, Object> otherwise) {
    return new Client(name, otherwise, measures);
  }

  /** The same with another answer; null takes the answer away. */
  Client with(String question, @Nullable Object answer) {
    return new Client(id, changed(answers, question, answer), measures);
  }

  /** The same with another measure; null takes it away. */
  Client measuring(String measure, @Nullable Object value) {
    return new Client(id, answers, changed(measures, measure, value));
  }

  private static Map<String, Object> changed(
      Map<String, Object> before, String key, @Nullable Object value) {
    Map<String, Object> after = new LinkedHashMap<>(before);
    if (value == null) {
      after.remove(key);
    } else {
      after.put(key, value);
    }
    return after;
  }

  /** The answers as an intake file, JSON, ready to be assessed. */
  public String text() {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.setPrettyPrinter(new DefaultPrettyPrinter());
      json.writeStartObject();
      json.writeStringField("id", id);
      Map<String, Map<String, Object>> sections = new TreeMap<>();
      answers.forEach(
          (id, value) ->
              sections
                  .computeIfAbsent(id.substring(0, id.indexOf('.')), s -> new TreeMap<>())
                  .put(id.substring(id.indexOf('.') + 1), value));
      for (Map.Entry<String, Map<String, Object>> section : sections.entrySet()) {
        json.writeObjectFieldStart(section.getKey());
        for (Map.Entry<String, Object> answer : section.getValue().entrySet()) {
          json.writeFieldName(answer.getKey());
          write(json, answer.getValue());
        }
        json.writeEndObject();
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    if (value instanceof Set<?> ticked) {
      List<String> choices = ticked.stream().map(String::valueOf).sorted().toList();
      json.writeStartArray();
      for (String choice : choices.isEmpty() ? List.of(Question.NONE) : choices) {
        json.writeString(choice);
      }
      json.writeEndArray();
    } else if (value instanceof Integer whole) {
      json.writeNumber(whole);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else {
      json.writeString(String.valueOf(value));
    }
  }
}
