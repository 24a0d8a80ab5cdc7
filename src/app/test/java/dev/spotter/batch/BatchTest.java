package dev.spotter.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spotter.Spotter;
import dev.spotter.intake.Reading;
import dev.spotter.report.JsonReport;
import dev.spotter.rules.RuleFiles;
import dev.spotter.rules.RuleSet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> FILES =
      List.of(
          "assessments.ndjson", "rejected.ndjson", "call-today.csv", "summary.json", "report.html");
  private static final List<String> CLIENTS = Batches.clients(900, 5);

  @TempDir Path folder;

  private Path input(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines));
  }

  private Path all() throws IOException {
    return input("clients.ndjson", CLIENTS.toArray(String[]::new));
  }

  private JsonNode json(String name) throws IOException {
    return JSON.readTree(folder.resolve("out").resolve(name).toFile());
  }

  private List<String> out(String name) throws IOException {
    return Batches.lines(folder.resolve("out").resolve(name));
  }

  private Order order(Path... inputs) {
    return Batches.order(folder.resolve("out"), inputs);
  }

  @Test
  void orderIsKeptAndEverybodyIsCounted() throws IOException {
    Outcome outcome = Batches.run(order(all()));
    assertThat(outcome.records()).isEqualTo(900);
    assertThat(outcome.assessed()).isEqualTo(900);
    List<String> answers = out("assessments.ndjson");
    for (int i = 0; i < answers.size(); i++) {
      assertThat(answers.get(i)).startsWith("{\"id\":\"client-" + i + "\",");
    }
    JsonNode summary = json("summary.json");
    long levels = 0;
    for (JsonNode n : summary.get("levels")) {
      levels += n.asLong();
    }
    assertThat(levels).isEqualTo(900);
    assertThat(summary.get("rules").size()).isEqualTo(Batches.RULES.rules().size());
    List<String> calls = out("call-today.csv");
    assertThat(calls.get(0)).isEqualTo("level,id,why,source,line");
    assertThat(calls.size() - 1).isEqualTo(outcome.emergencies() + outcome.urgent());
    long before = calls.stream().takeWhile(c -> !c.startsWith("urgent")).count();
    assertThat(before - 1).isEqualTo(outcome.emergencies());
    assertThat(calls)
        .filteredOn(c -> c.startsWith("emergency"))
        .hasSize((int) outcome.emergencies());
  }

  @Test
  void badRecordsAreSetAsideAsTheyCame() throws IOException {
    Path input = folder.resolve("bad.ndjson");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(
        (CLIENTS.get(0) + "\n\n{\"id\": \"private\", \"sorenes\": {}}\r\n{\"id\":\n\"")
            .getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(new byte[] {(byte) 0xC3, 'x', '\n'});
    bytes.writeBytes(CLIENTS.get(1).getBytes(StandardCharsets.UTF_8));
    Files.write(input, bytes.toByteArray());
    Outcome outcome = Batches.run(order(input));
    assertThat(outcome.records()).isEqualTo(5);
    assertThat(outcome.assessed()).isEqualTo(2);
    List<JsonNode> rejected = new ArrayList<>();
    for (String line : out("rejected.ndjson")) {
      rejected.add(JSON.readTree(line));
    }
    assertThat(rejected).hasSize(3);
    assertThat(rejected.get(0).get("code").asText()).isEqualTo("unknown-section");
    assertThat(rejected.get(0).get("line").asInt()).isEqualTo(3);
    assertThat(rejected.get(0).get("reasons").get(0).get("line").asInt()).isEqualTo(3);
    assertThat(rejected.get(0).get("record").asText())
        .isEqualTo("{\"id\": \"private\", \"sorenes\": {}}");
    long offset = rejected.get(0).get("offset").asLong();
    assertThat(offset).isEqualTo(CLIENTS.get(0).length() + 2);
    assertThat(rejected.get(1).get("code").asText()).isEqualTo("syntax");
    assertThat(rejected.get(2).get("code").asText()).isEqualTo("bad-utf8");
    assertThat(rejected.get(2).get("recordBase64").asText()).isEqualTo("IsN4");
    assertThat(json("summary.json").get("rejectedBy").get("syntax").asInt()).isEqualTo(1);
  }

  @Test
  void bracketsThatAreNotClosedCostOneClient() throws IOException {
    String cut = CLIENTS.get(1).substring(0, CLIENTS.get(1).lastIndexOf(','));
    String quote = CLIENTS.get(3).replaceFirst("\"client-3\"", "\"client-3");
    Path input =
        input(
            "list.json",
            "[" + CLIENTS.get(0),
            "," + cut,
            "," + CLIENTS.get(2),
            "," + quote,
            "," + CLIENTS.get(4));
    Batches.run(order(input));
    assertThat(out("assessments.ndjson"))
        .hasSize(3)
        .anyMatch(l -> l.contains("client-2\""))
        .anyMatch(l -> l.contains("client-4\""));
    assertThat(out("rejected.ndjson").toString()).contains("client-1", "client-3", "unfinished");
  }

  @Test
  void aLineOfFiftyMegabytesIsNotHeld() throws IOException {
    Path input = folder.resolve("long.ndjson");
    try (OutputStream out = Files.newOutputStream(input)) {
      out.write((CLIENTS.get(0) + "\n{\"id\": \"").getBytes(StandardCharsets.UTF_8));
      byte[] piece = new byte[1_000_000];
      Arrays.fill(piece, (byte) 'x');
      for (int i = 0; i < 50; i++) {
        out.write(piece);
      }
      out.write(("\"}\n" + CLIENTS.get(1)).getBytes(StandardCharsets.UTF_8));
    }
    Outcome outcome = Batches.run(order(input));
    assertThat(outcome.assessed()).isEqualTo(2);
    JsonNode rejected = JSON.readTree(out("rejected.ndjson").get(0));
    assertThat(rejected.get("code").asText()).isEqualTo("too-long");
    assertThat(rejected.get("bytes").asInt()).isEqualTo(50_000_010);
    assertThat(rejected.get("beginning").asText()).hasSize(1_000);
  }

  @Test
  void aRuleThatThrowsIsNeverOnlyRejected() throws IOException {
    Path overlay = Files.createDirectory(folder.resolve("overlay"));
    Files.writeString(
        overlay.resolve("mine.drl"),
        "package spotter\nimport dev.spotter.fact.*\nrule \"mine: throws\"\n  @source( \"house\" )\nwhen\n  Client( age == 29 )\nthen\n  if (true) throw new IllegalStateException(\"boom\");\nend\n");
    RuleSet rules =
        RuleSet.trusting(RuleFiles.read(List.of(Batches.ROOT.resolve("rules"), overlay)));
    Path input =
        input("two.ndjson", CLIENTS.get(0), "{\"id\": \"=cmd\", \"client\": {\"age\": 29}}", "{}x");
    Outcome outcome = Batches.run(rules, order(input), new ByteArrayInputStream(new byte[0]));
    assertThat(outcome.failed()).isEqualTo(1);
    JsonNode failed = JSON.readTree(out("assessments.ndjson").get(1));
    assertThat(failed.get("status").asText()).isEqualTo("failed");
    assertThat(failed.get("rule").asText()).isEqualTo("mine: throws");
    assertThat(out("call-today.csv").get(1)).startsWith("failed,'=cmd,").contains("mine: throws");
    JsonNode source = json("summary.json").get("sources").get(0);
    assertThat(source.get("records").asInt()).isEqualTo(3);
    assertThat(source.get("failed").asInt()).isEqualTo(1);
    assertThat(source.get("rejected").asInt()).isEqualTo(1);
  }

  @Test
  void aFinishedFolderAndAChangedInputAreRefused() throws IOException {
    Path input = all();
    Order once = order(input);
    Batches.run(once);
    byte[] before = Files.readAllBytes(folder.resolve("out/summary.json"));
    assertThatThrownBy(() -> Batches.run(once))
        .isInstanceOf(BatchException.class)
        .hasMessageContaining("finished")
        .hasMessageContaining("--restart");
    Order again = Batches.order(folder.resolve("out"), Batches.SUMMARY, true, -1, input);
    Batches.run(again);
    assertThat(folder.resolve("out/summary.json")).hasBinaryContent(before);
    Path bad = input("bad.ndjson", "{}x", CLIENTS.get(0), CLIENTS.get(1));
    Path out = folder.resolve("out2");
    assertThat(Batches.run(Batches.order(out, Batches.SUMMARY, false, 0, bad)).ending())
        .isEqualTo(Outcome.Ending.TOO_MANY_REJECTED);
    assertThat(out.resolve("assessments.ndjson")).doesNotExist();
    Files.writeString(bad, "\n", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> Batches.run(Batches.order(out, bad)))
        .hasMessageContaining("bad.ndjson has changed");
    Form csv = new Form(Form.Detail.summary, Form.File.csv, Form.USUAL_COLUMNS);
    assertThatThrownBy(() -> Batches.run(Batches.order(out, csv, false, -1, bad)))
        .hasMessageContaining("--format was 'ndjson'");
  }

  @Test
  void tooManyRejectedStopsAndGoesOn() throws IOException {
    List<String> lines = new ArrayList<>(CLIENTS);
    lines.set(300, "{");
    lines.set(301, "{");
    Path input = input("some.ndjson", lines.toArray(String[]::new));
    Path out = folder.resolve("out");
    Outcome stopped = Batches.run(Batches.order(out, Batches.SUMMARY, false, 1, input));
    assertThat(stopped.ending()).isEqualTo(Outcome.Ending.TOO_MANY_REJECTED);
    assertThat(stopped.records()).isLessThan(900);
    assertThat(Batches.run(Batches.order(out, Batches.SUMMARY, false, 1, input)).records())
        .isEqualTo(stopped.records());
    assertThat(Batches.run(Batches.order(out, input)).records()).isEqualTo(900);
    Path whole = folder.resolve("whole");
    Batches.run(Batches.order(whole, input));
    for (String name : FILES) {
      assertThat(out.resolve(name)).hasSameBinaryContentAs(whole.resolve(name));
    }
  }

  @Test
  void stoppedBetweenTwoNamesTheRestIsNamedNextTime() throws IOException {
    Path input = all();
    Batches.run(Batches.order(folder.resolve("whole"), input));
    Path inTheWay = Files.createDirectories(folder.resolve("out/report.html/x"));
    assertThatThrownBy(
            () ->
                Batches.run(
                    Batches.order(folder.resolve("out"), Batches.SUMMARY, false, -1, input)))
        .hasMessageContaining("--restart");
    Files.delete(inTheWay);
    Files.delete(inTheWay.getParent());
    Order order = order(input);
    assertThatThrownBy(
            () ->
                new Batch(Batches.RULES, order, new ByteArrayInputStream(new byte[0]), said -> {})
                    .run(() -> false, pace -> standInTheWay()))
        .isInstanceOf(BatchException.class)
        .hasMessageContaining("goes on from there");
    assertThat(folder.resolve("out/assessments.ndjson")).exists();
    Files.delete(inTheWay);
    Files.delete(inTheWay.getParent());
    Batches.run(order);
    for (String name : FILES) {
      assertThat(folder.resolve("out").resolve(name))
          .hasSameBinaryContentAs(folder.resolve("whole").resolve(name));
    }
  }

  private void standInTheWay() {
    try {
      Files.createDirectories(folder.resolve("out/report.html/x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aTruncatedPackageIsNamedAndWhatWasDoneIsKept() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(String.join("\n", CLIENTS).getBytes(StandardCharsets.UTF_8));
    }
    Path input = folder.resolve("cut.ndjson.gz");
    Files.write(input, Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
    assertThatThrownBy(() -> Batches.run(order(input)))
        .isInstanceOf(BatchException.class)
        .hasMessageContaining("cut.ndjson.gz")
        .hasMessageContaining("beyond byte");
    assertThat(out("assessments.ndjson.part").size()).isBetween(200, 800);
    assertThat(json("checkpoint.json").get("phase").asText()).isEqualTo("READING");
  }

  @Test
  void aTableOfChosenColumns() throws IOException {
    Form form =
        new Form(
            Form.Detail.summary,
            Form.File.csv,
            List.of("id", "level", "likelihood.injury", "line"));
    Batches.run(Batches.order(folder.resolve("out"), form, false, -1, all()));
    List<String> rows = out("assessments.csv");
    assertThat(rows.get(0)).isEqualTo("id,level,likelihood.injury,line");
    assertThat(rows).hasSize(901);
    assertThat(rows.get(5)).matches("client-4,[a-z-]+,(likely|possible|unlikely),5");
  }

  @Test
  void fullAnswersAreThoseOfAssess() throws IOException {
    Form form = new Form(Form.Detail.full, Form.File.ndjson, List.of());
    Path input = Batches.ROOT.resolve("facts/clients/anna.json");
    Batches.run(Batches.order(folder.resolve("out"), form, false, -1, input));
    StringWriter answer = new StringWriter();
    try (InputStream in = Files.newInputStream(input);
        JsonGenerator json = new JsonFactory().createGenerator(answer)) {
      Spotter spotter = Spotter.of(Batches.RULES);
      spotter.read("anna.json", in, r -> write(json, spotter, (Reading.Read) r));
    }
    assertThat(out("assessments.ndjson")).containsExactly(answer.toString());
  }

  private static void write(JsonGenerator json, Spotter spotter, Reading.Read reading) {
    try {
      new JsonReport(json).write(spotter.assess(reading.intake()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void nothingInAReportIsTakenForAPage() throws IOException {
    Path input =
        input(
            "a<b>.ndjson",
            "{\"id\": \"<script>alert(1)</script>\", \"nerves\": {\"saddle\": \"yes\"}}");
    Batches.run(order(input));
    String html = Files.readString(folder.resolve("out/report.html"));
    assertThat(html)
        .doesNotContain("<script", "<b>.ndjson", "http:", "https:", "src=")
        .contains("&lt;script&gt;alert(1)", "prefers-color-scheme: dark");
  }
}
