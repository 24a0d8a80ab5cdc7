package dev.spotter.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FhirCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private static Run fhir(String what, String... args) {
    String rules = Run.ROOT.resolve("rules").toString();
    String[] all = new String[args.length + 4];
    all[0] = "fhir";
    all[1] = what;
    all[2] = "--rules";
    all[3] = rules;
    System.arraycopy(args, 0, all, 4, args.length);
    return Run.spotter(all);
  }

  @Test
  void theQuestionnaireIsPrinted() throws IOException {
    Run run = fhir("questionnaire");
    assertThat(run.exit()).isEqualTo(Exit.OK);
    JsonNode questionnaire = JSON.readTree(run.out());
    assertThat(questionnaire.get("resourceType").asText()).isEqualTo("Questionnaire");
    assertThat(run.out()).contains("\"soreness.worst\"").endsWith("}\n");
  }

  @Test
  void everyCodeSystemStandsOnItsLine() throws IOException {
    Run run = fhir("codes");
    assertThat(run.exit()).isEqualTo(Exit.OK);
    for (String line : run.out().lines().toList()) {
      assertThat(JSON.readTree(line).get("resourceType").asText()).isEqualTo("CodeSystem");
    }
  }

  /** The same answer, whichever way the client came in. */
  @Test
  void aResponseIsAssessedAsItsIntakeIs() throws IOException {
    for (String name : new String[] {"gabi.json", "lena.yaml", "bruno.json"}) {
      Run written = fhir("response", Run.client(name));
      assertThat(written.exit()).isEqualTo(Exit.OK);
      Path response = Files.writeString(folder.resolve("response.json"), written.out());
      Run back = Run.shipped("assess", "--format", "json", response.toString());
      Run straight = Run.shipped("assess", "--format", "json", Run.client(name));
      assertThat(back.exit()).as(back.err()).isEqualTo(Exit.OK);
      assertThat(back.out()).isEqualTo(straight.out());
    }
  }

  @Test
  void severalClientsStandOneALineAndABadOneIsTold() throws IOException {
    Run run = fhir("response", Run.client("team.ndjson"));
    assertThat(run.exit()).isEqualTo(Exit.INPUT);
    assertThat(run.out().lines()).hasSize(2);
    Run answers = Run.shipped("assess", "--format", "fhir", Run.client("team.ndjson"));
    assertThat(answers.exit()).isEqualTo(Exit.INPUT);
    assertThat(answers.out().lines().map(FhirCommandTest::type))
        .containsExactly("GuidanceResponse", "OperationOutcome", "GuidanceResponse");
  }

  private static String type(String line) {
    try {
      return JSON.readTree(line).get("resourceType").asText();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void anotherResourceIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("p.json"), "{\"resourceType\": \"Patient\"}");
    Run run = Run.shipped("assess", file.toString());
    assertThat(run.exit()).isEqualTo(Exit.INPUT);
    assertThat(run.out()).contains("this is not a QuestionnaireResponse");
  }

  @Test
  void withoutAWordItSaysWhatThereIs() {
    Run run = Run.spotter("fhir");
    assertThat(run.exit()).isEqualTo(Exit.USAGE);
    assertThat(run.err()).contains("questionnaire, codes or response");
    assertThat(Run.spotter("fhir", "--help").out()).contains("spotter fhir response");
  }
}
