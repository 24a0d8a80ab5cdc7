package dev.spotter.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spotter.intake.Problem;
import dev.spotter.intake.Reading;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** HAPI finds no error in anything that we write. That it finds errors at all: RefusedTest. */
class ValidTest {
  private static void valid(JsonNode resource) {
    assertThat(Hapi.errors(resource)).as(resource.path("id").asText()).isEmpty();
  }

  @Test
  void theQuestionnaireAsksEverythingInOrder() {
    ObjectNode questionnaire = Examples.FHIR.questionnaire();
    valid(questionnaire);
    Map<String, String> types = new LinkedHashMap<>();
    collect(questionnaire.get("item"), types);
    for (var question : Examples.RULES.vocabulary().questions()) {
      String expected =
          switch (question.kind()) {
            case YES_NO, CHOICE -> "choice";
            case MANY -> "choice, repeats";
            case WHOLE -> "integer";
            case DECIMAL -> "decimal";
          };
      assertThat(types).containsEntry(question.id(), expected);
    }
    assertThat(types.keySet().stream().filter(id -> !id.startsWith("history")).toList())
        .containsSequence(
            Examples.RULES.vocabulary().questions().stream().map(q -> q.id()).toList());
  }

  private static void collect(JsonNode items, Map<String, String> types) {
    for (JsonNode item : items) {
      String type = item.get("type").asText();
      if (!type.equals("group") && !type.equals("display")) {
        String repeats = item.get("repeats").asBoolean() ? ", repeats" : "";
        assertThat(types.put(item.get("linkId").asText(), type + repeats)).isNull();
      }
      if (item.has("item")) {
        collect(item.get("item"), types);
      }
    }
  }

  @Test
  void codesAndConformanceAreValid() {
    List<ObjectNode> systems = Examples.FHIR.codeSystems();
    assertThat(systems).hasSizeGreaterThan(80);
    systems.stream().filter(s -> s.get("count").asInt() > 8).forEach(ValidTest::valid);
    valid(systems.get(0));
    valid(Examples.FHIR.operation());
    valid(Examples.FHIR.capability("https://clinic.example/fhir"));
  }

  @Test
  void responsesOfAllExamplesAreValid() {
    List<Reading.Read> readings = Examples.readings();
    assertThat(readings).hasSizeGreaterThan(150);
    readings.forEach(r -> valid(Examples.FHIR.response(r.intake())));
  }

  @Test
  void aResponseThatSaysEverythingIsValid() {
    Generated generated = new Generated(3);
    int logs = 0;
    for (int number = 0; number < 60; number++) {
      var intake = generated.client(number);
      JsonNode response = Examples.FHIR.response(intake);
      // Made-up clients also answer what does not apply to them, which HAPI refuses and we take.
      assertThat(Hapi.errors(response))
          .as("client %d", number)
          .allMatch(e -> e.contains("even though it is not enabled"));
      logs += intake.history() == null ? 0 : 1;
    }
    assertThat(logs).isPositive();
  }

  @Test
  void answersAreValid() {
    int plans = 0;
    List<Reading.Read> readings = Examples.readings();
    for (int i = 0; i < readings.size(); i += 8) {
      JsonNode answer = answer(readings.get(i));
      valid(answer);
      plans += answer.has("result") ? 1 : 0;
    }
    assertThat(plans).isPositive();
  }

  @Test
  void anAnswerTellsWhatWasOdd() {
    Reading.Read told = Examples.readings().get(0);
    Problem odd = new Problem("r", "soreness.quality", 0, 0, "duplicate-key", "twice", null, null);
    JsonNode answer = answer(new Reading.Read(told.intake(), List.of(odd)));
    valid(answer);
    assertThat(answer.at("/evaluationMessage/0/reference").asText()).isEqualTo("#problems");
    assertThat(answer.toString()).contains("soreness.quality: twice");
  }

  private static JsonNode answer(Reading.Read read) {
    return Examples.FHIR.answer(Examples.SPOTTER.assess(read.intake()), read);
  }

  @Test
  void outcomesAreValid() {
    for (String bad : List.of("{", "{\"resourceType\": \"QuestionnaireResponse\"}", "[]", "")) {
      Reading reading = Examples.FHIR.intake("test", bad.getBytes(StandardCharsets.UTF_8));
      assertThat(reading).isInstanceOf(Reading.Rejected.class);
      valid(Examples.FHIR.outcome((Reading.Rejected) reading));
    }
    valid(Outcomes.failed("a rule"));
  }
}
