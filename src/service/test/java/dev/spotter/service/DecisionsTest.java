package dev.spotter.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spotter.fhir.Fhir;
import dev.spotter.record.RecordView;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The record as callers see it. */
class DecisionsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String CLIENT = "{\"id\": \"%s\", \"soreness\": {\"worst\": 4}}";
  private static final String CALL = "/v1/assessments";

  @TempDir Path folder;
  private final Map<String, String> settings = new HashMap<>();

  @BeforeEach
  void set() {
    settings.put("SPOTTER_RECORD_URL", url());
    settings.put("SPOTTER_RECORD_KEEP", "all");
    settings.put("SPOTTER_RULES", Running.RULES.toString());
  }

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("record.db");
  }

  private void run(String sql) throws Exception {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private static HttpResponse<String> assess(Running running, String client) throws Exception {
    return running.post(CALL, "application/json", CLIENT.formatted(client));
  }

  private static String id(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.headers().firstValue("X-Decision-Id").orElseThrow();
  }

  @Test
  void whatWasAnsweredIsShownAgain() throws Exception {
    try (Running running = Running.with(settings)) {
      HttpResponse<String> answer = assess(running, "anna");
      JsonNode kept = JSON.readTree(running.get("/v1/decisions/" + id(answer)).body());

      assertThat(kept.path("answer").toString()).isEqualTo(answer.body());
      assertThat(kept.path("who").textValue()).isEqualTo("local");
      assertThat(running.get("/v1/decisions/none").statusCode()).isEqualTo(404);
      String timeline = running.get("/v1/clients/anna/timeline").body();
      assertThat(timeline).contains(id(answer), "undetermined");
      assertThat(running.get("/v1/clients/bruno/timeline").body()).isEqualTo("{\"decisions\":[]}");
    }
  }

  @Test
  void clientsOfFhirHaveATimelineToo() throws Exception {
    try (Running running = Running.with(settings)) {
      Fhir fhir = Fhir.of(running.service.spotter().rules());
      String response =
          "{\"resourceType\":\"QuestionnaireResponse\",\"questionnaire\":\"%s\",\"status\":"
              + "\"completed\",\"subject\":{\"reference\":\"Patient/p1\"}}";
      String sent = response.formatted(fhir.questionnaire().path("url").textValue());
      String id =
          id(running.post("/fhir/QuestionnaireResponse/$assess", "application/fhir+json", sent));

      assertThat(running.get("/v1/clients/Patient%2Fp1/timeline").body()).contains(id);
    }
  }

  @Test
  void withoutAWordNothingIsKeptButThatItWasDecided() throws Exception {
    settings.remove("SPOTTER_RECORD_KEEP");
    try (Running running = Running.with(settings)) {
      String id = id(assess(running, "anna"));
      JsonNode kept = JSON.readTree(running.get("/v1/decisions/" + id).body());

      assertThat(kept.has("input")).isFalse();
      assertThat(kept.has("answer")).isFalse();
      assertThat(kept.path("inputDigest").textValue()).hasSize(64);
    }
  }

  @Test
  void aRowThatWasChangedIsNotShown() throws Exception {
    try (Running running = Running.with(settings)) {
      String id = id(assess(running, "anna"));
      run("UPDATE decision SET who = 'nobody' WHERE id = '" + id + "'");
      HttpResponse<String> answer = running.get("/v1/decisions/" + id);

      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.body()).contains("Record changed", "spotter audit");
    }
  }

  @Test
  void whatCannotBeKeptIsNotAnswered() throws Exception {
    try (Running running = Running.with(settings)) {
      id(assess(running, "anna"));
      run("UPDATE head SET mac = 'forged'");
      HttpResponse<String> answer = assess(running, "bruno");

      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("No record").doesNotContain("undetermined", "triage");
      assertThat(answer.headers().firstValue("X-Decision-Id")).isEmpty();
      assertThat(running.get("/health").statusCode()).isEqualTo(200);
    }
    assertThat(RecordView.open(SettingsReader.read(null, settings).record()).size()).isEqualTo(1);
    assertThatThrownBy(() -> Running.with(settings)).hasMessageContaining("is not signed");
  }

  @Test
  void withoutARecordThereIsNone() throws Exception {
    settings.remove("SPOTTER_RECORD_URL");
    try (Running running = Running.with(settings)) {
      HttpResponse<String> answer = assess(running, "anna");

      assertThat(answer.headers().firstValue("X-Decision-Id")).isEmpty();
      assertThat(running.get("/v1/decisions/x").body()).contains("set up record.url");
    }
  }

  @Test
  void whatIsMisspeltWouldBeStoredSoTheServiceDoesNotStart() throws Exception {
    settings.put("SPOTTER_RECORD_MASK", "client.agge soreness.onset feedback.comment");

    assertThatThrownBy(() -> Running.with(settings))
        .isInstanceOf(SettingsRefused.class)
        .hasMessageContainingAll("'client.agge' is no question of these rules", "client.age")
        .hasMessageNotContaining("soreness.onset");
    settings.put("SPOTTER_RECORD_MASK", "client.age feedback.comment");
    try (Running running = Running.with(settings)) {
      String sent = "{\"client\": {\"age\": 47}, \"soreness\": {\"worst\": 4}}";
      String id = id(running.post(CALL, "application/json", sent));
      String kept = running.get("/v1/decisions/" + id).body();

      assertThat(kept).contains("\"masked\":true");
      // A clock's 47 is none of the client's.
      assertThat(kept.replaceAll("T\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?", ""))
          .doesNotContainPattern("\\b47\\b");
    }
  }
}
