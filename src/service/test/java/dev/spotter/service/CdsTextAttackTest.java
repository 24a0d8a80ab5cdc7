package dev.spotter.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spotter.ehr.SigningClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** CDS Hooks sent texts that would be marks or scripts. */
class CdsTextAttackTest extends CdsAttack {
  private static final String EVIL = "<img src=x onerror=zq(1)>[zq](javascript:zq)";
  private static final ObjectMapper JSON = new ObjectMapper();

  private static Map<String, String> texts() {
    String evil = EVIL.replace("\"", "\\\"");
    Map<String, String> bodies = new HashMap<>();
    bodies.put("hook", body(evil, "p1", response));
    bodies.put("hook instance", good().replaceFirst("d1577c69[^\"]+", evil));
    bodies.put("patient", body("patient-view", evil, response));
    bodies.put("subject", good().replace("Patient/p1", "Patient/p1" + evil));
    bodies.put(
        "subject before",
        good().replace("Patient/p1", "https://x.example/" + evil.replace(" ", "") + "/Patient/p1"));
    bodies.put(
        "display of the subject",
        good().replace("\"Patient/p1\"", "\"Patient/p1\",\"display\":\"" + evil + "\""));
    bodies.put(
        "id of the response", good().replace("\"status\":", "\"id\":\"" + evil + "\",\"status\":"));
    bodies.put(
        "prefetch key", good().replace("\"prefetch\":{", "\"prefetch\":{\"" + evil + "\":null,"));
    bodies.put("key of the request", good().replaceFirst("\\{", "{\"" + evil + "\":1,"));
    bodies.put("element", good().replace("\"status\":", "\"" + evil + "\":1,\"status\":"));
    bodies.put("version", good().replaceFirst("\\|[0-9a-f]{12}", "|" + evil));
    bodies.put(
        "authored",
        good().replaceFirst("\"authored\":\"[^\"]+\"", "\"authored\":\"" + evil + "\""));
    bodies.put(
        "an answer's code",
        good().replaceFirst("\"code\":\"[^\"]+\"", "\"code\":\"" + evil + "\""));
    bodies.put(
        "an answer's system",
        good().replaceFirst("\"system\":\"[^\"]+\"", "\"system\":\"" + evil + "\""));
    bodies.put(
        "an answer's display",
        good().replaceFirst("\"display\":\"[^\"]+\"", "\"display\":\"" + evil + "\""));
    bodies.put(
        "a link id",
        good().replaceFirst("\"linkId\":\"soreness.[a-zA-Z]+\"", "\"linkId\":\"" + evil + "\""));
    bodies.put(
        "who answered",
        good()
            .replaceFirst(
                "\"linkId\":\"soreness\\.",
                "\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/questionnaireresponse-author\",\"valueReference\":{\"display\":\""
                    + evil
                    + "\"}}],\"linkId\":\"soreness."));
    bodies.put("a type", good().replace("\"QuestionnaireResponse\"", "\"" + evil + "\""));
    bodies.put("a status", good().replace("\"completed\"", "\"" + evil + "\""));
    bodies.put("a prefetch that is a text", body("patient-view", "p1", "\"" + evil + "\""));
    bodies.put(
        "an outcome",
        body(
            "patient-view",
            "p1",
            "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"diagnostics\":\""
                + evil
                + "\"}]}"));
    return bodies;
  }

  @TestFactory
  Stream<DynamicTest> noTextThatWasSentComesBackAsAMark() {
    return texts().entrySet().stream()
        .map(
            t ->
                DynamicTest.dynamicTest(
                    t.getKey(),
                    () -> {
                      assertThat(t.getValue()).contains("onerror").isNotEqualTo(good());
                      HttpResponse<String> answer = call(token(), t.getValue());
                      assertThat(answer.statusCode()).isIn(200, 400, 412);
                      assertThat(answer.body()).doesNotContain("<img", "](javascript:", "zq(1)");
                      JsonNode card = JSON.readTree(answer.body()).at("/cards/0");
                      if (!card.isMissingNode()) {
                        assertThat(card.path("detail").asText()).contains("not a diagnosis");
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> noTextOfFeedbackComesBackOrIsLogged() {
    String id = UUID.randomUUID().toString();
    String fine =
        "{\"feedback\":[{\"card\":\""
            + id
            + "\",\"outcome\":\"overridden\",\"overrideReason\":{\"reason\":"
            + "{\"system\":\"S\",\"code\":\"C\",\"display\":\"D\"},\"userComment\":\"U\"},"
            + "\"outcomeTimestamp\":\"2026-11-20T18:00:00Z\"}]}";
    return Stream.of(
            "\"S\"",
            "\"C\"",
            "\"D\"",
            "\"U\"",
            "\"" + id + "\"",
            "\"overridden\"",
            "\"2026-11-20T18:00:00Z\"")
        .map(
            place ->
                DynamicTest.dynamicTest(
                    place,
                    () -> {
                      HttpResponse<String> answer =
                          running.post(
                              CdsRoutes.FEEDBACK,
                              "application/json",
                              fine.replace(place, "\"" + EVIL + "\""),
                              "Authorization",
                              "Bearer "
                                  + client.token(
                                      SigningClient.claims(KNOWN + CdsRoutes.FEEDBACK).build()));
                      assertThat(answer.statusCode()).isEqualTo(place.length() == 3 ? 200 : 400);
                      assertThat(answer.body()).doesNotContain("onerror", "javascript");
                      assertThat(
                              Files.readString(
                                  Path.of(System.getProperty("org.slf4j.simpleLogger.logFile")),
                                  StandardCharsets.UTF_8))
                          .contains("POST")
                          .doesNotContain("onerror");
                    }));
  }
}
