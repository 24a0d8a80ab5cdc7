package dev.spotter.ehr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spotter.Spotter;
import dev.spotter.fact.Level;
import dev.spotter.fhir.Fhir;
import dev.spotter.intake.Reading;
import dev.spotter.service.Service;
import dev.spotter.service.SettingsReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A service, a record system that calls it, and the example clients. */
abstract class WithEhr {
  private static final Path ROOT =
      Path.of(System.getProperty("spotter.root", "../..")).toAbsolutePath().normalize();
  private static final String KNOWN = "https://cds.example";
  static final ObjectMapper JSON = new ObjectMapper();

  @TempDir static Path folder;
  static Service service;
  static StubEhr ehr;
  static Fhir fhir;

  @BeforeAll
  static void start() throws Exception {
    Path keys = folder.resolve("ehr.json");
    SigningClient client = new SigningClient(keys);
    service =
        Service.start(
            SettingsReader.read(
                null,
                Map.of(
                    "SPOTTER_LISTEN",
                    "127.0.0.1:0",
                    "SPOTTER_URL",
                    KNOWN,
                    "SPOTTER_RULES",
                    ROOT.resolve("rules").toString(),
                    "SPOTTER_CDS_LINK",
                    "https://clinic.example/backs About sore backs",
                    "SPOTTER_CDS_ISSUERS_EHR",
                    SigningClient.ISSUER + " " + keys)));
    fhir = Fhir.of(service.spotter().rules());
    ehr = new StubEhr(client, "http://127.0.0.1:" + service.port(), KNOWN);
  }

  @AfterAll
  static void stop() {
    ehr.close();
    service.close();
  }

  /** An example client of this level, answered just now. */
  static ObjectNode response(Level level) throws IOException {
    Spotter spotter = service.spotter();
    List<Reading.Read> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(ROOT.resolve("facts/clients"))) {
      for (Path file : files.filter(f -> !f.toString().contains("broken")).sorted().toList()) {
        try (InputStream in = Files.newInputStream(file)) {
          spotter.read(
              file.getFileName().toString(),
              in,
              reading -> {
                if (reading instanceof Reading.Read read
                    && spotter.assess(read.intake()).triage().level() == level) {
                  found.add(read);
                }
              });
        }
      }
    }
    ObjectNode response = fhir.response(found.get(0).intake());
    return response.put("authored", ago(0));
  }

  static String ago(int days) {
    return Instant.now().minus(days, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  static JsonNode card(HttpResponse<String> answer) throws IOException {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode cards = JSON.readTree(answer.body()).path("cards");
    assertThat(cards).hasSize(1);
    assertThat(cards.at("/0/detail").textValue())
        .contains("not a diagnosis")
        .contains(service.spotter().rules().id().replace(":", "\\:"));
    return cards.get(0);
  }

  static ObjectNode prefetch(JsonNode resource) {
    ObjectNode prefetch = JSON.createObjectNode();
    prefetch.set("response", resource);
    return prefetch;
  }

  static ObjectNode of(String patient, ObjectNode response) {
    response.putObject("subject").put("reference", "Patient/" + patient);
    return response;
  }

  static String log() throws IOException {
    return Files.readString(
        Path.of(System.getProperty("org.slf4j.simpleLogger.logFile")), StandardCharsets.UTF_8);
  }
}
