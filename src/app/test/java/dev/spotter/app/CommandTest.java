package dev.spotter.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private static JsonSchema schema(String text) {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
  }

  @Test
  void theFirstLineOfAnEmergencySaysSo() {
    Run run = Run.shipped("assess", Run.client("gabi.json"));
    assertThat(run.out().lines().findFirst()).contains("EMERGENCY: get medical help now");
    assertThat(run.exit()).isEqualTo(Exit.OK);
    assertThat(run.err()).contains("rules: ").contains("sha256:");
  }

  @Test
  void everyAnswerKeepsItsSchema() throws IOException {
    JsonSchema schema = schema(Run.spotter("schema", "--answer").out());
    Run run =
        Run.shipped(
            "assess",
            "--format",
            "json",
            "--explain",
            Run.ROOT.resolve("facts/clients").toString());
    assertThat(run.exit()).isEqualTo(Exit.INPUT);
    List<String> lines = run.out().lines().toList();
    assertThat(lines).hasSizeGreaterThanOrEqualTo(20);
    for (String line : lines) {
      assertThat(schema.validate(JSON.readTree(line))).as(line).isEmpty();
    }
    assertThat(schema.validate(JSON.readTree(lines.get(0).replace("\"triage\"", "\"triag\""))))
        .isNotEmpty();
  }

  @Test
  void theIntakeSchemaTakesTheGoodExamplesAndNotTheBad() throws IOException {
    JsonSchema schema = schema(Run.shipped("schema").out());
    try (Stream<Path> files = Files.list(Run.ROOT.resolve("facts/clients"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).toList()) {
        String name = file.getFileName().toString();
        if (!name.startsWith("broken")) {
          assertThat(schema.validate(JSON.readTree(file.toFile()))).as(name).isEmpty();
        }
      }
    }
    assertThat(schema.validate(JSON.readTree(Path.of(Run.client("broken-names.json")).toFile())))
        .isNotEmpty();
  }

  @Test
  void aBadClientNeverStopsTheOthers() throws IOException {
    Run run = Run.shipped("assess", "--format", "json", Run.client("team.ndjson"));
    assertThat(run.exit()).isEqualTo(Exit.INPUT);
    List<String> status = run.out().lines().map(CommandTest::status).toList();
    assertThat(status).containsExactly("assessed", "rejected", "assessed");
    assertThat(run.err()).contains("1 of 3 client(s) rejected");
  }

  private static String status(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      return node.get("status").asText();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aBrokenFileIsToldWithPlaceAndAdvice() {
    Run run = Run.shipped("assess", Run.client("broken-names.json"));
    assertThat(run.exit()).isEqualTo(Exit.INPUT);
    assertThat(run.out())
        .contains("broken-names.json:3:", "soreness", "broken-names.json:4:", "worst", "nerves");
  }

  @Test
  void noClientAtAllIsAnError() throws IOException {
    assertThat(Run.shipped("assess", folder.toString()).exit()).isEqualTo(Exit.INPUT);
    assertThat(Run.shipped("assess", folder.resolve("nobody.json").toString()).err())
        .contains("there is no file")
        .contains("nobody.json");
  }

  @Test
  void rulesThatDoNotCompileExitThree() throws IOException {
    Files.writeString(
        folder.resolve("bad.drl"),
        "package spotter\nimport dev.spotter.fact.*\nrule \"x\"\n  @source( \"house\" )\nwhen\n  Soreness( wrost > 3 )\nthen\n  insert( Note.says(\"-\") );\nend\n");
    Run run = Run.shipped("assess", "--rules", folder.toString(), Run.client("anna.json"));
    assertThat(run.exit()).isEqualTo(Exit.RULES);
    assertThat(run.err()).contains("bad.drl:6:13: error[SP012]", "did you mean worst?");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void aThrowingRuleFailsItsClientByNameAndFile() throws IOException {
    Files.writeString(
        folder.resolve("mine.drl"),
        "package spotter\nimport dev.spotter.fact.*\nrule \"mine: throws\"\n  @source( \"house\" )\nwhen\n  Client( age == 29 )\nthen\n  if (true) throw new IllegalStateException(\"boom\");\nend\n");
    Run run =
        Run.shipped(
            "assess",
            "--rules",
            folder.toString(),
            "--trust-code",
            "--format",
            "json",
            Run.client("anna.json"),
            Run.client("bruno.json"));
    assertThat(run.exit()).isEqualTo(Exit.INTERNAL);
    assertThat(run.out().lines().map(CommandTest::status)).containsExactly("failed", "assessed");
    assertThat(run.out()).contains("mine: throws", "mine.drl");
    assertThat(run.err()).contains("have them called today");
  }

  @Test
  void wrongUsageExitsTwo() {
    assertThat(Run.spotter("asess").exit()).isEqualTo(Exit.USAGE);
    assertThat(Run.spotter("asess").err()).contains("assess");
    assertThat(Run.shipped("assess", "--now", "yesterday", Run.client("anna.json")).exit())
        .isEqualTo(Exit.USAGE);
    assertThat(Run.spotter("assess", "--help").out()).contains("Examples:");
  }

  @Test
  void showPrintsFactsInTheWordsOfRules() {
    Run run = Run.shipped("show", Run.client("anna.json"));
    assertThat(run.out())
        .contains("Soreness( onset == \"24-to-72h-after\"")
        .contains("Client( age == 29");
    assertThat(run.exit()).isEqualTo(Exit.OK);
  }

  @Test
  void noCaseAtAllIsAFailure() throws IOException {
    for (String name :
        List.of(
            "questions.drl",
            "conclusions.drl",
            "sources.yaml",
            "exercises.yaml",
            "messages.yaml")) {
      Files.copy(Run.ROOT.resolve("rules").resolve(name), folder.resolve(name));
    }
    Run run = Run.spotter("test", "--rules", folder.toString());
    assertThat(run.exit()).isEqualTo(Exit.FINDINGS);
    assertThat(run.out()).contains("no case found");
  }

  @Test
  void aRuleWithoutACaseIsAFailure() throws IOException {
    Files.writeString(
        folder.resolve("mine.drl"),
        "package spotter\nimport dev.spotter.fact.*\nrule \"mine: no case\"\n  @source( \"house\" )\nwhen\n  Client( age == 29 )\nthen\n  insert( Note.says(\"-\") );\nend\n");
    Run run = Run.shipped("test", "--rules", folder.toString());
    assertThat(run.exit()).isEqualTo(Exit.FINDINGS);
    assertThat(run.out()).contains("mine.drl:3: no case has fires: \"mine: no case\"");
  }

  @Test
  void theSameBytesTwice() {
    String once = Run.shipped("assess", "--explain", Run.client("marek.json")).out();
    assertThat(Run.shipped("assess", "--explain", Run.client("marek.json")).out()).isEqualTo(once);
  }
}
