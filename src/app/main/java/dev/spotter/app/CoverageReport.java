package dev.spotter.app;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.spotter.cases.Coverage;
import dev.spotter.cases.Coverage.Count;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** Which rules and conditions the cases show both ways, as text or as a part of a JSON report. */
final class CoverageReport {
  private CoverageReport() {}

  /** What is one-sided, the worst first, and a line of totals. */
  static void text(Coverage coverage, PrintStream out) {
    for (Count count : coverage.oneSided()) {
      String what =
          count.condition() == null
              ? "the rule"
              : "the condition " + count.condition() + ", in the rule";
      String how =
          count.met() == 0
              ? count.condition() == null ? "never fires" : "never true"
              : count.condition() == null ? "always fires" : "never false";
      out.println(
          count.rule().file()
              + ":"
              + count.rule().line()
              + ": "
              + how
              + ": "
              + what
              + " \""
              + count.rule().name()
              + "\"");
    }
    out.println(
        "coverage: "
            + totals("rules", coverage.rules(), "never fire", "always fire")
            + "; "
            + totals("conditions in them", coverage.conditions(), "never true", "never false")
            + "; over "
            + coverage.clients()
            + " clients of cases and near misses");
  }

  private static String totals(String what, List<Count> counts, String never, String always) {
    return counts.size()
        + " "
        + what
        + " ("
        + never(counts)
        + " "
        + never
        + ", "
        + always(counts)
        + " "
        + always
        + ")";
  }

  private static long never(List<Count> counts) {
    return counts.stream().filter(c -> c.met() == 0).count();
  }

  /** One that is never met is counted as that alone, also where there was no client at all. */
  private static long always(List<Count> counts) {
    return counts.stream().filter(c -> c.missed() == 0 && c.met() > 0).count();
  }

  /** As the field {@code coverage} of an object that is being written. */
  static void json(Coverage coverage, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("coverage");
    json.writeNumberField("clients", coverage.clients());
    json.writeNumberField("rules", coverage.rules().size());
    json.writeNumberField("rulesNeverTrue", never(coverage.rules()));
    json.writeNumberField("rulesNeverFalse", always(coverage.rules()));
    json.writeNumberField("conditions", coverage.conditions().size());
    json.writeNumberField("conditionsNeverTrue", never(coverage.conditions()));
    json.writeNumberField("conditionsNeverFalse", always(coverage.conditions()));
    json.writeArrayFieldStart("oneSided");
    for (Count count : coverage.oneSided()) {
      json.writeStartObject();
      json.writeStringField("rule", count.rule().name());
      json.writeStringField("file", count.rule().file());
      json.writeNumberField("line", count.rule().line());
      if (count.condition() != null) {
        json.writeStringField("condition", count.condition());
      }
      json.writeNumberField("true", count.met());
      json.writeNumberField("false", count.missed());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
