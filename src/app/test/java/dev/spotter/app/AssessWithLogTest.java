package dev.spotter.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssessWithLogTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LOG = Run.ROOT.resolve("facts/logs/strong.csv").toString();

  @TempDir Path folder;

  private static Run assess(String client, String... more) {
    List<String> args = new ArrayList<>(List.of(client, "--history", LOG));
    args.addAll(Arrays.asList(more));
    return Run.shipped("assess", args.toArray(String[]::new));
  }

  @Test
  void theLogAnswersWhatTheClientDidNotAndItsMeasuresAreRead() throws IOException {
    Run run =
        assess(
            Run.client("bruno.json"),
            "--unit",
            "kg",
            "--zone",
            "Europe/Berlin",
            "--format",
            "json");
    assertThat(run.exit()).isEqualTo(Exit.OK);
    JsonNode answer = JSON.readTree(run.out());
    assertThat(run.out()).contains("\"history.volumeVsBest30d\": 1.56");
    assertThat(answer.get("causes").get(0).get("id").asText()).isEqualTo("overexertion");
    assertThat(answer.get("problems").get(0).get("message").asText())
        .isEqualTo("969 rows: 535 sets in 51 sessions, 434 rows set aside");
    assertThat(answer.get("problems").get(1).get("code").asText()).isEqualTo("forgotten-timer");
    assertThat(answer.get("problems").get(1).get("line").asInt()).isEqualTo(342);
    assertThat(answer.get("problems")).hasSize(2);
    String schema = Run.spotter("schema", "--answer").out();
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(schema)
                .validate(answer))
        .isEmpty();
  }

  @Test
  void whereLogAndClientDisagreeBothAreKeptAndANoteSaysSo() {
    Run run = assess(Run.client("bruno.json"), "--unit", "kg", "--zone", "Europe/Berlin");
    assertThat(run.out().replaceAll("\\s+", " "))
        .contains(
            "workout.usualTopKg: the answer given is 155 kg, the training log says 160 kg. The"
                + " answer given was used; please check.");
    assertThat(run.out()).doesNotContain("workout.topLoadKg: the answer given");
  }

  @Test
  void aLogWithoutAZoneIsToldSo() {
    assertThat(assess(Run.client("bruno.json"), "--unit", "kg").out().replaceAll("\\s+", " "))
        .contains("its times were read as UTC; add --zone");
  }

  @Test
  void sessionsAfterTheReportAreNoPartOfIt() throws IOException {
    Path client = folder.resolve("early.json");
    Files.writeString(
        client,
        Files.readString(Path.of(Run.client("bruno.json")))
            .replace("2026-11-19T09:30:00+01:00", "2026-11-15T09:30:00+01:00"));
    Run run = assess(client.toString(), "--unit", "kg", "--zone", "Europe/Berlin");
    assertThat(run.out()).contains("x later than the clock", "the training log says 155 kg");
  }

  @Test
  void aClientWithALogOfHisOwnIsAnError() {
    Run run = assess(Run.client("marek.json"), "--unit", "kg");
    assertThat(run.exit()).isEqualTo(Exit.INPUT);
    assertThat(run.err()).contains("marek has a training log already", "or leave out --history");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void severalClientsAreAnError() {
    Run run = assess(Run.client("team.ndjson"), "--unit", "kg");
    assertThat(run.exit()).isEqualTo(Exit.INPUT);
    assertThat(run.err()).contains("the log of one client, and here are several");
    assertThat(run.out()).isEmpty();
    assertThat(
            Run.shipped(
                    "assess",
                    Run.client("anna.json"),
                    Run.client("bruno.json"),
                    "--history",
                    LOG,
                    "--unit",
                    "kg")
                .exit())
        .isEqualTo(Exit.INPUT);
  }

  @Test
  void aLogThatCannotBeReadIsAnErrorThatSaysHow() {
    Run run = assess(Run.client("bruno.json"));
    assertThat(run.exit()).isEqualTo(Exit.INPUT);
    assertThat(run.err()).contains("strong.csv: ", "--unit kg or --unit lb");
  }

  @Test
  void aRejectedClientStaysRejected() {
    Run run = assess(Run.client("broken-names.json"), "--unit", "kg");
    assertThat(run.exit()).isEqualTo(Exit.INPUT);
    assertThat(run.out()).contains("REJECTED", "broken-names.json:3:");
  }
}
