package dev.spotter.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.spotter.check.Findings;
import dev.spotter.rules.Diagnostic;
import dev.spotter.rules.Diagnostic.Severity;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;

/** Findings as one JSON object. */
final class CheckJson {
  private CheckJson() {}

  static void write(Findings found, PrintStream out) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("schemaVersion", 1);
      json.writeStringField("origin", found.origin());
      json.writeNumberField("rules", found.rules());
      json.writeNumberField("errors", found.count(Severity.ERROR));
      json.writeNumberField("warnings", found.count(Severity.WARNING));
      json.writeArrayFieldStart("findings");
      for (Diagnostic finding : found.all()) {
        json.writeStartObject();
        json.writeStringField("code", finding.code().id());
        json.writeStringField("severity", finding.severity().word());
        json.writeStringField("file", finding.file());
        json.writeNumberField("line", finding.line());
        json.writeNumberField("column", finding.column());
        json.writeStringField("message", finding.message());
        if (finding.help() != null) {
          json.writeStringField("help", finding.help());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    out.println(text);
  }
}
