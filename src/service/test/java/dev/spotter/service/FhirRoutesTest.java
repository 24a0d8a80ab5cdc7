package dev.spotter.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spotter.Spotter;
import dev.spotter.fhir.Fhir;
import dev.spotter.intake.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FhirRoutesTest {
  private static final String TYPE = "application/fhir+json";
  private static final String ASSESS = "/fhir/QuestionnaireResponse/$assess";
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static Running running;
  private static Fhir fhir;

  @BeforeAll
  static void start() {
    running =
        Running.with(
            Map.of(
                "SPOTTER_RULES",
                Running.RULES.toString(),
                "SPOTTER_URL",
                "https://clinic.example"));
    fhir = Fhir.of(running.service.spotter().rules());
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static JsonNode json(HttpResponse<String> response) throws IOException {
    assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(TYPE);
    return MAPPER.readTree(response.body());
  }

  private static Reading.Read read(String client) throws IOException {
    Spotter spotter = running.service.spotter();
    Path file = Running.ROOT.resolve("facts/clients").resolve(client);
    List<Reading> readings = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file)) {
      spotter.read(client, in, readings::add);
    }
    return (Reading.Read) readings.get(0);
  }

  private static void outcome(HttpResponse<String> response, int status) throws IOException {
    assertThat(response.statusCode()).isEqualTo(status);
    JsonNode outcome = json(response);
    assertThat(outcome.path("resourceType").textValue()).isEqualTo("OperationOutcome");
    assertThat(outcome.at("/issue/0/details/text").textValue()).isNotBlank();
  }

  @Test
  void aResponseIsAssessedAloneOrInParameters() throws Exception {
    for (String client : List.of("anna.json", "gabi.json", "farid.json")) {
      Reading.Read read = read(client);
      String response = Fhir.text(fhir.response(read.intake()));
      String wrapped =
          "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"response\",\"resource\":"
              + response
              + "}]}";
      String expected =
          Fhir.text(
              fhir.answer(
                  running.service.spotter().assess(read.intake()),
                  new Reading.Read(read.intake(), List.of())));

      assertThat(running.post(ASSESS, TYPE, response).body()).isEqualTo(expected);
      assertThat(running.post(ASSESS, TYPE, wrapped).body()).isEqualTo(expected);
    }
  }

  @Test
  void whatCannotBeAssessedIsAnOutcomeWithoutWhatWasSent() throws Exception {
    String response = Fhir.text(fhir.response(read("anna.json").intake()));
    HttpResponse<String> wrong =
        running.post(ASSESS, TYPE, response.replace("24-to-72h-after", "secret-marker"));

    outcome(wrong, 422);
    assertThat(wrong.body()).contains("soreness.onset").doesNotContain("secret-marker");
    outcome(running.post(ASSESS, TYPE, "{"), 422);
    outcome(running.post(ASSESS, TYPE, "{\"resourceType\":\"Parameters\"}"), 422);
    outcome(running.post(ASSESS, TYPE, "{\"resourceType\":\"Patient\"}"), 422);
    outcome(running.post(ASSESS, "text/plain", response), 415);
    outcome(running.get("/fhir/Questionnaire/other"), 404);
    outcome(running.get("/fhir/Patient/1"), 404);
  }

  @Test
  void theQuestionnaireIsReadAndFound() throws Exception {
    JsonNode questionnaire = json(running.get("/fhir/Questionnaire/spotter"));
    String url = questionnaire.path("url").textValue();
    String version = questionnaire.path("version").textValue();

    assertThat(questionnaire).isEqualTo(MAPPER.readTree(Fhir.text(fhir.questionnaire())));
    for (String asked : List.of(url, url + "|" + version)) {
      JsonNode bundle =
          json(
              running.get(
                  "/fhir/Questionnaire?url=" + URLEncoder.encode(asked, StandardCharsets.UTF_8)));
      assertThat(bundle.path("total").intValue()).isEqualTo(1);
      assertThat(bundle.at("/entry/0/resource")).isEqualTo(questionnaire);
      assertThat(bundle.at("/entry/0/fullUrl").textValue())
          .isEqualTo("https://clinic.example/fhir/Questionnaire/spotter");
    }
    JsonNode none = json(running.get("/fhir/Questionnaire?url=https://other.example/q"));
    assertThat(none.path("total").intValue()).isZero();
    assertThat(none.has("entry")).isFalse();
  }

  @Test
  void whatItSaysItCanDoItDoes() throws Exception {
    JsonNode capability = json(running.get("/fhir/metadata"));

    assertThat(capability.at("/implementation/url").textValue())
        .isEqualTo("https://clinic.example/fhir");
    assertThat(capability.at("/rest/0/resource").findValuesAsText("type"))
        .contains("Questionnaire", "QuestionnaireResponse");
    JsonNode operation = json(running.get("/fhir/OperationDefinition/assess"));
    assertThat(capability.at("/rest/0/resource/1/operation/0/definition").textValue())
        .isEqualTo(operation.path("url").textValue());
  }
}
