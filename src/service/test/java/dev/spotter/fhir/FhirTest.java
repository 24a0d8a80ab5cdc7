package dev.spotter.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spotter.assess.Assessment;
import dev.spotter.intake.Answer;
import dev.spotter.intake.Intake;
import dev.spotter.intake.Reading;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FhirTest {
  @Test
  void notAskedAndNotKnownAndNoStayApart() {
    Intake intake =
        Examples.intake(
            """
            { "id": "a", "soreness": { "worst": "unknown", "quality": ["none"] },
              "client": { "conditions": "unknown" }, "nerves": { "saddle": "unknown", "bowel": "no" } }
            """);
    Reading back = Examples.read(Examples.FHIR.response(intake));
    assertThat(((Reading.Read) back).intake().answers())
        .containsOnlyKeys(
            "soreness.worst",
            "soreness.quality",
            "client.conditions",
            "nerves.saddle",
            "nerves.bowel")
        .containsEntry("soreness.worst", Answer.of("unknown"))
        .containsEntry("soreness.quality", Answer.of(Set.of()))
        .containsEntry("client.conditions", Answer.of("unknown"))
        .containsEntry("nerves.saddle", Answer.of("unknown"))
        .containsEntry("nerves.bowel", Answer.of("no"));
  }

  @Test
  void anAnswerSaysEverythingWithItsReasons() {
    Reading.Read read =
        new Reading.Read(
            Examples.intake(
                """
                { "id": "Patient/g", "at": "2026-11-20T18:00:00+01:00",
                  "nerves": { "saddle": "yes" }, "soreness": { "worst": 8 } }
                """),
            List.of());
    Assessment assessment = Examples.SPOTTER.assess(read.intake());
    JsonNode answer = Examples.FHIR.answer(assessment, read);
    assertThat(answer.get("status").asText()).isEqualTo("success");
    assertThat(answer.at("/subject/reference").asText()).isEqualTo("Patient/g");
    assertThat(answer.get("moduleUri").asText())
        .isEqualTo("https://spotter.dev/fhir/rules/" + Examples.RULES.id().substring(7));
    assertThat(answer.at("/note/0/text").asText()).isEqualTo("Level: emergency");
    JsonNode output = answer.at("/contained/0/parameter");
    assertThat(values(output, "level")).containsExactly("emergency");
    assertThat(values(output, "verdict")).containsExactly(assessment.verdict());
    assertThat(count(output, "cause")).isEqualTo(assessment.causes().size());
    assertThat(count(output, "remedy")).isEqualTo(assessment.remedies().size()).isPositive();
    assertThat(count(output, "referral")).isEqualTo(assessment.triage().because().size());
    assertThat(values(output, "safetyNet")).isEqualTo(assessment.triage().safetyNet());
    String text = answer.toString();
    assessment.triage().because().forEach(i -> assertThat(text).contains(i.rule(), i.because()));
    assertThat(text).contains("\"nerves.saddle\"");
  }

  private static List<String> values(JsonNode parameters, String name) {
    List<String> values = new ArrayList<>();
    for (JsonNode parameter : parameters) {
      if (parameter.get("name").asText().equals(name)) {
        values.add(parameter.path("valueCode").asText(parameter.path("valueString").asText()));
      }
    }
    return values;
  }

  private static int count(JsonNode parameters, String name) {
    return values(parameters, name).size();
  }

  @Test
  void aBaseOfOnesOwnNamesEverything() {
    Fhir own = Fhir.of(Examples.RULES, "https://clinic.example/r4");
    assertThat(Fhir.text(own.questionnaire()))
        .contains("\"https://clinic.example/r4/Questionnaire/spotter\"")
        .doesNotContain("spotter.dev");
    Intake intake = Examples.intake("{\"id\": \"a\", \"soreness\": {\"onset\": \"unknown\"}}");
    byte[] bytes = Json.bytes(own.response(intake));
    assertThat(own.intake("a", bytes)).isEqualTo(new Reading.Read(intake, List.of()));
    assertThat(Examples.FHIR.intake("a", bytes)).isInstanceOf(Reading.Rejected.class);
    for (String bad : List.of("", "clinic.example", "https://clinic.example/", "https://a|1")) {
      assertThatThrownBy(() -> Fhir.of(Examples.RULES, bad))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void whoIsMeantIsLookedForInOrder() {
    assertThat(id("'subject': {'reference': 'Patient/1', 'identifier': {'value': 'x'}}, 'id': 'r'"))
        .isEqualTo("Patient/1");
    assertThat(id("'subject': {'identifier': {'value': 'x'}}, 'id': 'r'")).isEqualTo("x");
    assertThat(id("'identifier': {'value': 'y'}, 'id': 'r'")).isEqualTo("y");
    assertThat(id("'id': 'r'")).isEqualTo("r");
    assertThat(id("'language': 'en'")).isEqualTo("the request");
  }

  private static String id(String elements) {
    String response =
        ("{'resourceType': 'QuestionnaireResponse', 'status': 'completed', 'questionnaire':"
                + " 'https://spotter.dev/fhir/Questionnaire/spotter', "
                + elements
                + "}")
            .replace('\'', '"');
    Reading reading =
        Examples.FHIR.intake("the request", response.getBytes(StandardCharsets.UTF_8));
    return ((Reading.Read) reading).intake().id();
  }

  @Test
  void anAnswerToAQuestionThatIsNotThereIsNoSilentLoss() {
    Intake foreign = new Intake("a", null, null, Map.of("x.y", Answer.of("yes")), null);
    assertThatThrownBy(() -> Examples.FHIR.response(foreign))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x.y");
  }

  @Test
  void resourcesAreToldFromIntakes() {
    assertThat(recognises("{\"resourceType\": \"QuestionnaireResponse\"")).isTrue();
    assertThat(recognises("{\"id\": [{\"a\": 1}], \"resourceType\": \"Patient\"}")).isTrue();
    assertThat(recognises("{\"id\": \"a\", \"soreness\": {\"resourceType\": 4}}")).isFalse();
    assertThat(recognises("[{\"resourceType\": \"Patient\"}]")).isFalse();
    assertThat(recognises("id: anna")).isFalse();
    assertThat(recognises("")).isFalse();
  }

  private static boolean recognises(String text) {
    return Fhir.recognises(text.getBytes(StandardCharsets.UTF_8));
  }
}
