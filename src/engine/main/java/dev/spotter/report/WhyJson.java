package dev.spotter.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.spotter.explain.Answered;
import dev.spotter.explain.Asked;
import dev.spotter.explain.Change;
import dev.spotter.explain.Ground;
import dev.spotter.explain.Silent;
import dev.spotter.explain.Stand;
import dev.spotter.explain.Why;
import dev.spotter.explain.WhyNot;
import dev.spotter.rules.Citation;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Writes why and why not as JSON, schemaVersion 1; fields always in the same order. */
public final class WhyJson {
  private final JsonGenerator json;
  private final Fields fields;

  /**
   * @param json where to write; flushed after each client, never closed
   */
  public WhyJson(JsonGenerator json) {
    this.json = json;
    this.fields = new Fields(json);
  }

  /** One client's conclusions, as one object. */
  public void why(String id, List<Why> whys) throws IOException {
    head(id);
    fields.list("why", whys, this::why);
    json.writeEndObject();
    json.flush();
  }

  /** One client's missing conclusions, as one object. */
  public void whyNot(String id, List<WhyNot> whyNots) throws IOException {
    head(id);
    fields.list("whyNot", whyNots, this::whyNot);
    json.writeEndObject();
    json.flush();
  }

  private void head(String id) throws IOException {
    json.writeStartObject();
    json.writeNumberField("schemaVersion", 1);
    json.writeStringField("id", id);
  }

  private void asked(Asked asked, String title, boolean so) throws IOException {
    json.writeStringField("kind", asked.kind().word());
    json.writeStringField("conclusion", asked.id());
    json.writeStringField("title", title);
    json.writeBooleanField("so", so);
  }

  private void why(Why why) throws IOException {
    asked(why.asked(), why.title(), why.so());
    json.writeStringField("said", why.said());
    fields.list("rules", why.grounds(), this::ground);
    fields.list("from", why.because(), this::why);
  }

  private void whyNot(WhyNot whyNot) throws IOException {
    asked(whyNot.asked(), whyNot.title(), whyNot.so());
    json.writeStringField("level", whyNot.level().word());
    fields.strings("said", whyNot.said());
    fields.list("against", whyNot.grounds(), this::ground);
    fields.list("silent", whyNot.silent(), this::silent);
    fields.strings("goals", whyNot.goals());
    fields.list("changes", whyNot.changes(), this::change);
  }

  private void ground(Ground ground) throws IOException {
    json.writeStringField("does", word(ground.role()));
    json.writeStringField("because", ground.because());
    if (ground.level() != null) {
      json.writeStringField("level", ground.level());
    }
    if (ground.group() != null) {
      json.writeStringField(ground.level() == null ? "group" : "flag", ground.group());
    }
    if (ground.role() == Ground.Role.SUPPORTS || ground.role() == Ground.Role.OPPOSES) {
      json.writeNumberField("points", ground.points());
      json.writeNumberField("counted", ground.counted());
    }
    place(ground.rule(), ground.file(), ground.line());
    fields.list("read", ground.read(), this::answered);
    fields.list("sources", ground.sources(), this::citation);
  }

  private void place(String rule, String file, int line) throws IOException {
    json.writeStringField("rule", rule);
    json.writeStringField("file", file);
    json.writeNumberField("line", line);
  }

  private void answered(Answered answer) throws IOException {
    json.writeStringField("id", answer.id());
    json.writeStringField("ask", answer.ask());
    json.writeFieldName("value");
    JsonReport.value(json, answer.value());
    json.writeStringField("said", answer.said());
  }

  private void citation(Citation citation) throws IOException {
    json.writeStringField("key", citation.key());
    json.writeStringField("citation", citation.citation());
    if (citation.doi() != null) {
      json.writeStringField("doi", citation.doi());
    }
    json.writeStringField("status", citation.status());
  }

  private void silent(Silent silent) throws IOException {
    place(silent.rule(), silent.file(), silent.line());
    json.writeStringField("would", silent.does());
    fields.strings("failed", silent.failed().stream().map(Stand::written).toList());
    fields.list("conditions", silent.conditions(), this::stand);
  }

  private void stand(Stand stand) throws IOException {
    json.writeStringField("condition", stand.written());
    json.writeStringField("way", word(stand.way()));
    json.writeBooleanField("holds", stand.holds());
    fields.list("read", stand.read(), this::answered);
    if (!stand.parts().isEmpty()) {
      fields.list("parts", stand.parts(), this::stand);
    }
  }

  private void change(Change change) throws IOException {
    json.writeStringField("goal", change.goal());
    json.writeStringField("question", change.question());
    json.writeStringField("ask", change.ask());
    json.writeArrayFieldStart("answers");
    for (Object answer : change.answers()) {
      JsonReport.value(json, answer);
    }
    json.writeEndArray();
    fields.strings("said", change.said());
    json.writeStringField("level", change.level().word());
  }

  private static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
