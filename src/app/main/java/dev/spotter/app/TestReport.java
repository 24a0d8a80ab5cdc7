package dev.spotter.app;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.spotter.cases.CaseResult;
import dev.spotter.cases.Coverage;
import dev.spotter.rules.RuleSet;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** What came of a test run, as text, JSON or JUnit XML. */
final class TestReport {
  private final RuleSet rules;
  private final List<Outcome> outcomes = new ArrayList<>();
  private final int cases;
  private final int lawless;
  private int goldens;
  private @Nullable Coverage coverage;

  /**
   * One line of the report.
   *
   * @param place file and line
   * @param failures none if it passed
   */
  record Outcome(String place, String name, List<String> failures) {}

  TestReport(RuleSet rules, List<CaseResult> results, List<String> lawless) {
    this.rules = rules;
    this.cases = results.size();
    this.lawless = lawless.size();
    results.forEach(
        r ->
            outcomes.add(
                new Outcome(
                    r.example().file() + ":" + r.example().line(),
                    r.example().name(),
                    r.failures())));
    lawless.forEach(
        l -> outcomes.add(new Outcome("law", "every rule has a case and a near miss", List.of(l))));
  }

  void goldens(List<Outcome> compared) {
    goldens = compared.size();
    outcomes.addAll(compared);
  }

  void coverage(Coverage counted) {
    coverage = counted;
  }

  /** No failure, and at least one case: a run of nothing proves nothing. */
  boolean passed() {
    return cases > 0 && failed() == 0;
  }

  private long failed() {
    return outcomes.stream().filter(o -> !o.failures().isEmpty()).count();
  }

  void write(TestCommand.Format format, PrintStream out) throws IOException {
    switch (format) {
      case text -> text(out);
      case json -> json(out);
      case junit -> junit(outcomes, out);
    }
    out.flush();
  }

  private void text(PrintStream out) {
    for (Outcome outcome : outcomes) {
      if (!outcome.failures().isEmpty()) {
        out.println(outcome.place() + ": FAILED " + outcome.name());
        outcome.failures().forEach(f -> out.println("    " + f));
      } else if (outcome.name().contains("accepted")) {
        out.println(outcome.place() + ": " + outcome.name());
      }
    }
    if (cases == 0) {
      out.println("no case found: a rules folder without *.cases.yaml proves nothing");
    }
    out.println(
        cases
            + " cases, "
            + goldens
            + " golden reports, "
            + rules.rules().size()
            + " rules ("
            + lawless
            + " without a case or near miss): "
            + (outcomes.size() - failed())
            + " passed, "
            + failed()
            + " failed");
    if (coverage != null) {
      CoverageReport.text(coverage, out);
    }
  }

  private void json(PrintStream out) throws IOException {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeNumberField("cases", cases);
      json.writeNumberField("goldens", goldens);
      json.writeNumberField("failed", failed());
      json.writeArrayFieldStart("outcomes");
      for (Outcome outcome : outcomes) {
        json.writeStartObject();
        json.writeStringField("place", outcome.place());
        json.writeStringField("name", outcome.name());
        json.writeBooleanField("passed", outcome.failures().isEmpty());
        json.writeArrayFieldStart("failures");
        for (String failure : outcome.failures()) {
          json.writeString(failure);
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      if (coverage != null) {
        CoverageReport.json(coverage, json);
      }
      json.writeEndObject();
    }
    out.println(text);
  }

  /** Outcomes as JUnit XML. */
  static void junit(List<Outcome> outcomes, PrintStream out) throws IOException {
    long failed = outcomes.stream().filter(o -> !o.failures().isEmpty()).count();
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", "spotter rules");
      xml.writeAttribute("tests", String.valueOf(outcomes.size()));
      xml.writeAttribute("failures", String.valueOf(failed));
      for (Outcome outcome : outcomes) {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", outcome.place());
        xml.writeAttribute("name", outcome.name());
        if (!outcome.failures().isEmpty()) {
          xml.writeStartElement("failure");
          xml.writeCharacters(String.join("\n", outcome.failures()));
          xml.writeEndElement();
        }
        xml.writeEndElement();
      }
      xml.writeEndElement();
      xml.writeEndDocument();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    out.println(text);
  }
}
