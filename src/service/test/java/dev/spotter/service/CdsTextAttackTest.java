package dev.spotter.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spotter.ehr.Rendered;
import dev.spotter.ehr.SigningClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
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
    Map<String, String> bodies = new HashMap<>();
    bodies.put("hook", body(EVIL, "p1", response));
    bodies.put("hook instance", good().replaceFirst("d1577c69[^\"]+", EVIL));
    bodies.put("patient", body("patient-view", EVIL, response));
    bodies.put("subject", good().replace("Patient/p1", "Patient/p1" + EVIL));
    bodies.put(
        "subject before",
        good().replace("Patient/p1", "https://x.example/" + EVIL.replace(" ", "") + "/Patient/p1"));
    bodies.put(
        "display of the subject",
        good().replace("\"Patient/p1\"", "\"Patient/p1\",\"display\":\"" + EVIL + "\""));
    bodies.put(
        "id of the response", good().replace("\"status\":", "\"id\":\"" + EVIL + "\",\"status\":"));
    bodies.put(
        "prefetch key", good().replace("\"prefetch\":{", "\"prefetch\":{\"" + EVIL + "\":null,"));
    bodies.put("key of the request", good().replaceFirst("\\{", "{\"" + EVIL + "\":1,"));
    bodies.put("element", good().replace("\"status\":", "\"" + EVIL + "\":1,\"status\":"));
    bodies.put("version", good().replaceFirst("\\|[0-9a-f]{12}", "|" + EVIL));
    for (String element : List.of("authored", "code", "system", "display")) {
      bodies.put(
          element,
          good()
              .replaceFirst(
                  "\"" + element + "\":\"[^\"]+\"", "\"" + element + "\":\"" + EVIL + "\""));
    }
    bodies.put(
        "a link id",
        good().replaceFirst("\"linkId\":\"soreness.[a-zA-Z]+\"", "\"linkId\":\"" + EVIL + "\""));
    bodies.put(
        "who answered",
        good()
            .replaceFirst(
                "\"linkId\":\"soreness\\.",
                "\"extension\":[{\"url\":\"http://hl7.org/fhir/StructureDefinition/questionnaireresponse-author\",\"valueReference\":{\"display\":\""
                    + EVIL
                    + "\"}}],\"linkId\":\"soreness."));
    bodies.put("a type", good().replace("\"QuestionnaireResponse\"", "\"" + EVIL + "\""));
    bodies.put("a status", good().replace("\"completed\"", "\"" + EVIL + "\""));
    bodies.put("a prefetch that is a text", body("patient-view", "p1", "\"" + EVIL + "\""));
    bodies.put(
        "an outcome",
        body(
            "patient-view",
            "p1",
            "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"diagnostics\":\""
                + EVIL
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
                        String detail = card.path("detail").asText();
                        assertThat(detail).contains("not a diagnosis");
                        assertThat(Rendered.strange(detail)).isEmpty();
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
