package dev.spotter.batch;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.spotter.assess.Assessment;
import dev.spotter.assess.Decision;
import dev.spotter.intake.Problem;
import dev.spotter.report.JsonReport;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Answers as JSON, one a line: in ids, or whole by the published contract. */
final class JsonAnswers implements Answers {
  private final JsonLines lines = new JsonLines();
  private final boolean full;

  JsonAnswers(boolean full) throws IOException {
    this.full = full;
  }

  @Override
  public void assessed(Client client, Decision decision, @Nullable Assessment assessment)
      throws IOException {
    if (assessment != null) {
      new JsonReport(lines.json()).write(assessment);
      return;
    }
    JsonGenerator json = head(client, "assessed");
    json.writeStringField("level", decision.level().word());
    lines.strings("flags", new TreeSet<>(decision.flags()));
    json.writeStringField("verdict", decision.verdict());
    json.writeStringField("first", decision.first());
    json.writeObjectFieldStart("likelihood");
    for (Decision.Standing cause : decision.causes()) {
      json.writeStringField(cause.cause(), cause.likelihood());
    }
    json.writeEndObject();
    lines.strings("remedies", decision.remedies());
    lines.strings("withheld", decision.withheld());
    json.writeEndObject();
  }

  @Override
  public void failed(Client client, Failure failure) throws IOException {
    if (full) {
      Problem problem =
          new Problem(
              failure.file(),
              "",
              0,
              0,
              "rule-failed",
              failure.message() + "; have this client called today",
              null,
              null);
      new JsonReport(lines.json()).write("failed", client.id(), List.of(problem));
      return;
    }
    JsonGenerator json = head(client, "failed");
    json.writeStringField("rule", failure.rule());
    json.writeStringField("file", failure.file());
    json.writeEndObject();
  }

  private JsonGenerator head(Client client, String status) throws IOException {
    JsonGenerator json = lines.json();
    json.writeStartObject();
    json.writeStringField("id", client.id());
    json.writeStringField("at", client.time());
    json.writeStringField("status", status);
    return json;
  }

  @Override
  public byte[] bytes() throws IOException {
    return lines.bytes();
  }
}
