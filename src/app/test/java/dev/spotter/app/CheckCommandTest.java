package dev.spotter.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code spotter check} writes, and how it ends. */
class CheckCommandTest {
  private static final Path RULES =
      Path.of(System.getProperty("spotter.root", "../..")).resolve("rules").normalize();
  private static final String HEAD = "package spotter\nimport dev.spotter.fact.*\n\n";

  @TempDir Path mine;
  private String out = "";

  private int run(String... args) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int code =
        Main.run(
            args,
            new PrintStream(bytes, true, StandardCharsets.UTF_8),
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    out = bytes.toString(StandardCharsets.UTF_8);
    return code;
  }

  private int mine(String when, String... args) throws IOException {
    Files.writeString(
        mine.resolve("mine.drl"),
        HEAD
            + "rule \"mine\"\n  @source( \"house\" )\nwhen\n  "
            + when
            + "\nthen\n  insert( Note.says(\"-\") );\nend\n");
    String[] all = new String[args.length + 4];
    all[0] = "check";
    all[1] = "--rules";
    all[2] = RULES.toString();
    all[3] = mine.toString();
    System.arraycopy(args, 0, all, 4, args.length);
    return run(all);
  }

  @Test
  void theShippedRulesAreClean() {
    assertThat(run("check", RULES.toString(), "--strict")).isZero();
    assertThat(out).contains("0 errors, 0 warnings").contains("shown with --hints");
  }

  @Test
  void anErrorHasItsPlaceAndEndsWithThree() throws IOException {
    assertThat(mine("Soreness( wrost >= 7 )")).isEqualTo(Exit.RULES);
    assertThat(out)
        .contains(mine.resolve("mine.drl") + ":7:13: error[SP012]")
        .contains("help: did you mean worst?")
        .doesNotContain("\u001b[");
    mine("Soreness( wrost >= 7 )", "--color", "always");
    assertThat(out).contains("\u001b[1;31merror[SP012]\u001b[0m");
  }

  @Test
  void warningsCountOnlyWhenStrict() throws IOException {
    assertThat(mine("Soreness( worst >= 7 )")).isZero();
    assertThat(out).contains("warning[SP035]");
    assertThat(mine("Soreness( worst >= 7 )", "--strict")).isEqualTo(Exit.FINDINGS);
  }

  @Test
  void sarifHasTheShapeOfSarif() throws IOException {
    mine("Soreness( wrost >= 7 )", "--format", "sarif");
    JsonNode sarif = new ObjectMapper().readTree(out);
    assertThat(sarif.path("version").asText()).isEqualTo("2.1.0");
    JsonNode run = sarif.path("runs").path(0);
    JsonNode result = run.path("results").path(0);
    assertThat(result.path("level").asText()).isEqualTo("error");
    assertThat(result.path("message").path("text").asText()).contains("did you mean worst?");
    JsonNode place = result.path("locations").path(0).path("physicalLocation");
    assertThat(place.path("artifactLocation").path("uri").asText()).endsWith("mine.drl");
    assertThat(place.path("region").path("startLine").asInt()).isEqualTo(7);
    assertThat(place.path("region").path("startColumn").asInt()).isEqualTo(13);
    JsonNode rules = run.path("tool").path("driver").path("rules");
    assertThat(rules.path(result.path("ruleIndex").asInt()).path("id").asText())
        .isEqualTo(result.path("ruleId").asText())
        .isEqualTo("SP012");
  }

  @Test
  void jsonAndWorkflowCommandsSayTheSame() throws IOException {
    mine("Soreness( wrost >= 7 )", "--format", "json");
    JsonNode json = new ObjectMapper().readTree(out);
    assertThat(json.path("errors").asInt()).isEqualTo(1);
    assertThat(json.path("findings").path(0).path("column").asInt()).isEqualTo(13);
    mine("Soreness( wrost >= 7 )", "--format", "github");
    assertThat(out)
        .startsWith("::error file=")
        .contains("mine.drl,line=7,col=13,title=SP012::Soreness has no field wrost%0Ahelp: ");
  }

  @Test
  void aCodeIsExplained() {
    assertThat(run("check", "--explain", "sp012")).isZero();
    assertThat(out).contains("# SP012:", "Wrong:", "Right:");
    assertThat(run("check", "--explain", "all")).isZero();
    assertThat(out).contains("SP001  ", "SP090  ");
    assertThat(run("check", "--explain", "SP999")).isEqualTo(Exit.USAGE);
  }
}
