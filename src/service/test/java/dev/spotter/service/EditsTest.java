package dev.spotter.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits of the rules folder while the service answers. */
class EditsTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path folder;

  @BeforeEach
  void copy() throws IOException {
    try (Stream<Path> files = Files.list(Running.RULES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
  }

  private void edit(String from, String to) throws IOException {
    Path file = folder.resolve("muscle-fatigue.drl");
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Path made = folder.resolve(".edited");
    Files.writeString(made, text.replace(from, to));
    Files.move(made, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private static String client() throws IOException {
    return Files.readString(
        Running.ROOT.resolve("facts/clients/anna.json"), StandardCharsets.UTF_8);
  }

  private static JsonNode json(HttpResponse<String> response) throws IOException {
    return MAPPER.readTree(response.body());
  }

  @Test
  void aGoodEditTakesOverABadOneChangesNothing() throws Exception {
    try (Running running = Running.with(Map.of("SPOTTER_RULES", folder.toString()))) {
      String first = json(running.get("/ready")).path("ruleSet").textValue();
      AtomicBoolean wrong = new AtomicBoolean();
      AtomicBoolean stop = new AtomicBoolean();
      Thread load = new Thread(() -> call(running, first, stop, wrong), "load");
      load.start();

      edit("Muscle fatigue (DOMS)", "Muscle fatigue (sore muscles)");
      running.post("/v1/edits", "application/json", "");
      String second = json(running.get("/ready")).path("ruleSet").textValue();
      edit("Soreness(", "Sorenes(");
      running.post("/v1/edits", "application/json", "");
      String third = json(running.get("/ready")).path("ruleSet").textValue();
      stop.set(true);
      load.join();

      assertThat(second).isNotEqualTo(first).isEqualTo(third);
      JsonNode edits = json(running.get("/v1/edits")).path("edits");
      assertThat(edits).hasSize(2);
      assertThat(edits.get(0).path("accepted").booleanValue()).isFalse();
      assertThat(edits.get(0).path("refusals").toString()).contains("did you mean Soreness?");
      assertThat(edits.get(1).path("accepted").booleanValue()).isTrue();
      assertThat(wrong).isFalse();
      assertThat(running.post("/v1/assessments", "application/json", client()).body())
          .contains("Muscle fatigue (sore muscles)");
    }
  }

  /** Every answer names the rule set that its words are of. */
  private static void call(Running running, String first, AtomicBoolean stop, AtomicBoolean wrong) {
    try {
      String client = client();
      while (!stop.get()) {
        HttpResponse<String> response = running.post("/v1/assessments", "application/json", client);
        String named = response.headers().firstValue("X-Rule-Set").orElse("none");
        boolean edited = response.body().contains("Muscle fatigue (sore muscles)");
        if (response.statusCode() != 200
            || edited == named.equals(first)
            || !json(response).path("ruleSet").textValue().equals(named)) {
          wrong.set(true);
        }
      }
    } catch (IOException | InterruptedException e) {
      wrong.set(true);
    }
  }

  @Test
  void packedRulesHaveNoFolderToLookAt() throws Exception {
    try (Running running = Running.with(Map.of())) {
      assertThat(running.post("/v1/edits", "application/json", "").statusCode()).isEqualTo(409);
      assertThat(running.post("/v1/assessments", "application/json", client()).statusCode())
          .isEqualTo(200);
      assertThat(json(running.get("/v1/edits")).path("edits"))
          .isEqualTo(MAPPER.valueToTree(List.of()));
    }
  }
}
