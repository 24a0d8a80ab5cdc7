package dev.spotter.ehr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spotter.fhir.Fhir;
import dev.spotter.record.RecordView;
import dev.spotter.record.Replayed;
import dev.spotter.service.Service;
import dev.spotter.service.Settings;
import dev.spotter.service.SettingsReader;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the record system to the card, its feedback and the record, and out again. */
class RecordedTest {
  private static final Path ROOT =
      Path.of(System.getProperty("spotter.root", "../..")).toAbsolutePath().normalize();
  private static final String KNOWN = "https://cds.example";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private Settings settings;
  private Service service;
  private StubEhr ehr;

  @BeforeEach
  void start() throws Exception {
    Path keys = folder.resolve("ehr.json");
    SigningClient client = new SigningClient(keys);
    settings =
        SettingsReader.read(
            null,
            Map.of(
                "SPOTTER_LISTEN",
                "127.0.0.1:0",
                "SPOTTER_URL",
                KNOWN,
                "SPOTTER_RULES",
                ROOT.resolve("rules").toString(),
                "SPOTTER_RECORD_URL",
                url(),
                "SPOTTER_RECORD_KEEP",
                "all",
                "SPOTTER_CDS_ISSUERS_EHR",
                SigningClient.ISSUER + " " + keys));
    service = Service.start(settings);
    ehr = new StubEhr(client, "http://127.0.0.1:" + service.port(), KNOWN);
    ehr.keep("p1", response("gabi"));
  }

  @AfterEach
  void stop() {
    ehr.close();
    service.close();
  }

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("record.db");
  }

  private ObjectNode response(String client) throws Exception {
    Fhir fhir = Fhir.of(service.spotter().rules());
    byte[] sent = Files.readAllBytes(ROOT.resolve("facts/clients/" + client + ".json"));
    ObjectNode[] response = new ObjectNode[1];
    service
        .spotter()
        .read(
            client,
            new java.io.ByteArrayInputStream(sent),
            r -> response[0] = fhir.response(r.intake()));
    return response[0].put("authored", Instant.now().toString());
  }

  @Test
  void aCardIsADecisionAndWhatBecameOfItStandsWithIt() throws Exception {
    JsonNode card = JSON.readTree(ehr.cards("p1").body()).at("/cards/0");
    String id = card.path("uuid").textValue();
    String suggestion = card.at("/suggestions/0/uuid").textValue();
    String reason = card.at("/overrideReasons/0/code").textValue();
    assertThat(ehr.feedback(true, id, suggestion).statusCode()).isEqualTo(200);
    assertThat(ehr.feedback(false, id, reason).statusCode()).isEqualTo(200);

    RecordView record = RecordView.open(settings.record());
    JsonNode kept = record.decision(id);
    assertThat(kept.path("who").textValue()).isEqualTo("cds:ehr");
    assertThat(kept.path("client").textValue()).isEqualTo("Patient/p1");
    assertThat(kept.at("/answer/triage/level").textValue()).isEqualTo("emergency");
    assertThat(kept.at("/feedback/0/what/accepted/0").textValue()).isEqualTo(suggestion);
    assertThat(kept.at("/feedback/1/what/code").textValue()).isEqualTo(reason);
    assertThat(record.timeline("Patient/p1")).hasSize(1);
    Replayed replayed = record.replay(id);
    assertThat(replayed.now()).isEqualTo(replayed.then());
    assertThat(record.audit()).isEmpty();
  }

  @Test
  void whatCannotBeKeptIsNotShownAndFeedbackIsNotTakenButAnEmergencyIs() throws Exception {
    ehr.keep("calm", response("anna"));
    JsonNode card = JSON.readTree(ehr.cards("p1").body()).at("/cards/0");
    assertThat(card.path("detail").textValue()).doesNotContain("record could not be reached");
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      statement.executeUpdate("UPDATE head SET mac = 'forged'");
    }
    HttpResponse<String> cards = ehr.cards("calm");
    JsonNode shown = JSON.readTree(ehr.cards("p1").body()).at("/cards/0");
    HttpResponse<String> feedback =
        ehr.feedback(false, card.path("uuid").textValue(), "cds-not-applicable");

    assertThat(cards.statusCode()).isEqualTo(503);
    assertThat(cards.body()).doesNotContain("cards\":");
    assertThat(feedback.statusCode()).isEqualTo(503);
    assertThat(shown.path("indicator").textValue()).isEqualTo("critical");
    assertThat(shown.path("detail").textValue()).contains("The record could not be reached");
    assertThat(shown.path("uuid").textValue()).isNotEqualTo(card.path("uuid").textValue());
  }
}
