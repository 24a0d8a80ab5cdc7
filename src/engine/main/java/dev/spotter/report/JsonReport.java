package dev.spotter.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.spotter.assess.Assessment;
import dev.spotter.assess.Item;
import dev.spotter.intake.Problem;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes answers as JSON, schemaVersion 1; fields always in the same order. For one thread. */
public final class JsonReport {
  private final JsonGenerator json;
  private final Fields fields;

  /**
   * @param json where to write; flushed after each client, never closed
   */
  public JsonReport(JsonGenerator json) {
    this.json = json;
    this.fields = new Fields(json);
  }

  /** One answer as JSON text, on one line. */
  public static String text(Assessment answer) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      new JsonReport(json).write(answer);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    return text.toString();
  }

  /** Writes one answer as one object. */
  public void write(Assessment answer) throws IOException {
    head(answer.id());
    json.writeStringField("at", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(answer.at()));
    json.writeStringField("ruleSet", answer.ruleSet());
    json.writeStringField("status", "assessed");
    triage(answer.triage());
    json.writeStringField("verdict", answer.verdict());
    fields.list("causes", answer.causes(), this::cause);
    fields.list("remedies", answer.remedies(), this::remedy);
    fields.list("withheld", answer.withheld(), this::withheld);
    fields.list("nextQuestions", answer.nextQuestions(), this::next);
    fields.list("notes", answer.notes(), this::noted);
    fields.list("problems", answer.problems(), this::problem);
    if (!answer.matches().isEmpty()) {
      fields.list("matches", answer.matches(), this::match);
    }
    json.writeEndObject();
    json.flush();
  }

  /**
   * Writes a client that has no answer.
   *
   * @param status {@code rejected} for bad input, {@code failed} where a rule threw
   * @param id where it is known
   */
  public void write(String status, @Nullable String id, List<Problem> problems) throws IOException {
    head(id);
    json.writeStringField("status", status);
    fields.list("problems", problems, this::problem);
    json.writeEndObject();
    json.flush();
  }

  private void head(@Nullable String id) throws IOException {
    json.writeStartObject();
    json.writeNumberField("schemaVersion", 1);
    json.writeStringField("id", id);
  }

  private void triage(Assessment.Triage triage) throws IOException {
    json.writeObjectFieldStart("triage");
    json.writeStringField("level", triage.level().word());
    json.writeArrayFieldStart("because");
    for (int i = 0; i < triage.because().size(); i++) {
      Item item = triage.because().get(i);
      json.writeStartObject();
      json.writeStringField("flag", item.group());
      json.writeStringField("level", triage.levels().get(i).word());
      reason(item);
      json.writeEndObject();
    }
    json.writeEndArray();
    fields.strings("unanswered", triage.unanswered());
    fields.strings("safetyNet", triage.safetyNet());
    if (triage.recheck() != null) {
      json.writeStringField("recheck", triage.recheck().toString());
    }
    json.writeEndObject();
  }

  private void cause(Assessment.Cause cause) throws IOException {
    json.writeStringField("id", cause.id());
    json.writeStringField("title", cause.title());
    if (cause.subtype() != null) {
      json.writeStringField("subtype", cause.subtype());
      json.writeStringField("subtypeTitle", cause.subtypeTitle());
    }
    json.writeStringField("likelihood", cause.likelihood());
    json.writeNumberField("points", cause.points());
    json.writeNumberField("start", cause.start());
    if (!cause.lacks().isEmpty()) {
      json.writeNumberField("standing", cause.standing());
      fields.strings("lacks", cause.lacks());
    }
    if (cause.conclusion() != null) {
      json.writeStringField("conclusion", cause.conclusion());
      fields.list("conclusions", cause.conclusions(), this::reason);
    }
    fields.list("for", cause.supporting(), this::item);
    fields.list("against", cause.opposing(), this::item);
    fields.strings("unknown", cause.unknown());
  }

  private void item(Item item) throws IOException {
    reason(item);
    if (item.group() != null) {
      json.writeStringField("group", item.group());
    }
    json.writeNumberField("points", item.points());
    json.writeNumberField("counted", item.counted());
  }

  private void reason(Item item) throws IOException {
    json.writeStringField("rule", item.rule());
    json.writeStringField("because", item.because());
    json.writeStringField("source", String.join(" ", item.sources()));
    json.writeObjectFieldStart("facts");
    for (var fact : item.facts().entrySet()) {
      json.writeFieldName(fact.getKey());
      value(fact.getValue());
    }
    json.writeEndObject();
  }

  private void remedy(Assessment.Remedy remedy) throws IOException {
    Item first = remedy.reasons().get(0);
    json.writeStringField("id", remedy.id());
    json.writeStringField("title", remedy.title());
    json.writeStringField("kind", remedy.kind());
    json.writeStringField("advice", String.join(" ", remedy.advice()));
    json.writeStringField(
        "because",
        remedy.reasons().stream().map(Item::because).distinct().collect(Collectors.joining("; ")));
    json.writeStringField("rule", first.rule());
    json.writeStringField("source", String.join(" ", first.sources()));
    fields.list("reasons", remedy.reasons(), this::reason);
  }

  private void withheld(Assessment.Withheld withheld) throws IOException {
    json.writeStringField("id", withheld.id());
    json.writeStringField("because", withheld.because());
    json.writeStringField("rule", withheld.rule());
  }

  private void noted(Assessment.Noted noted) throws IOException {
    json.writeStringField("text", noted.text());
    if (noted.rule() != null) {
      json.writeStringField("rule", noted.rule());
      json.writeStringField("source", String.join(" ", noted.sources()));
    }
  }

  private void next(Assessment.Next next) throws IOException {
    json.writeStringField("id", next.id());
    json.writeStringField("ask", next.ask());
    json.writeStringField("because", next.because());
  }

  private void problem(Problem problem) throws IOException {
    json.writeStringField("source", problem.source());
    json.writeStringField("path", problem.path());
    json.writeNumberField("line", problem.line());
    json.writeNumberField("column", problem.column());
    json.writeStringField("code", problem.code());
    json.writeStringField("message", problem.message());
    if (problem.help() != null) {
      json.writeStringField("help", problem.help());
    }
  }

  private void match(Assessment.Match match) throws IOException {
    json.writeStringField("rule", match.rule());
    json.writeStringField("file", match.file());
    json.writeNumberField("line", match.line());
    fields.list("conditions", match.conditions(), this::met);
    fields.strings("inserted", match.inserted());
  }

  private void met(Assessment.Met met) throws IOException {
    json.writeStringField("condition", met.condition());
    json.writeFieldName("value");
    value(met.value());
  }

  private void value(@Nullable Object value) throws IOException {
    value(json, value);
  }

  /** A value as it stands in an intake. */
  static void value(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value instanceof Integer whole) {
      json.writeNumber(whole);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else if (value instanceof Set<?> set) {
      json.writeStartArray();
      for (String choice : sorted(set)) {
        json.writeString(choice);
      }
      json.writeEndArray();
    } else {
      json.writeString(value == null ? null : value.toString());
    }
  }

  /** Choices in an order that does not depend on a set's. */
  static Collection<String> sorted(Set<?> set) {
    Collection<String> sorted = new TreeSet<>();
    set.forEach(choice -> sorted.add(String.valueOf(choice)));
    return sorted;
  }
}
