package dev.spotter.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spotter.intake.Answer;
import dev.spotter.intake.Intake;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.When;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A form asks a question exactly when the rule set says that it applies. */
class EnablingTest {
  private static final long SEED = 7;

  @Test
  void theFormAsksWhatApplies() {
    Map<String, JsonNode> items = items(Examples.FHIR.questionnaire().get("item"));
    Generated generated = new Generated(SEED);
    Set<String> seen = new HashSet<>();
    for (int number = 0; number < 2_000; number++) {
      Intake intake = generated.client(number);
      for (Question question : Examples.RULES.vocabulary().questions()) {
        JsonNode item = items.get(question.id());
        if (question.when() == null) {
          assertThat(item.has("enableWhen")).as(question.id()).isFalse();
          continue;
        }
        boolean applies = question.when().anyOf().stream().anyMatch(t -> holds(t, intake));
        assertThat(enabled(item, intake))
            .as("seed %d, client %d, %s", SEED, number, question.id())
            .isEqualTo(applies);
        seen.add(question.id() + applies);
      }
    }
    long conditional =
        Examples.RULES.vocabulary().questions().stream().filter(q -> q.when() != null).count();
    assertThat(conditional).isPositive();
    assertThat(seen).as("each was seen both ways").hasSize((int) conditional * 2);
  }

  /** What cannot be said exactly is asked always: never a question too few. */
  @Test
  void aTickAllThatMustNotHoldAnAnswerIsAskedAlways() {
    Map<String, byte[]> files = new TreeMap<>(Examples.RULES.files().files());
    String questions = new String(files.get("questions.drl"), StandardCharsets.UTF_8);
    String changed =
        questions.replace("client.sex not in male", "client.conditions not in diabetes");
    assertThat(changed).isNotEqualTo(questions);
    files.put("questions.drl", changed.getBytes(StandardCharsets.UTF_8));
    Map<String, JsonNode> items = items(Fhir.of(RuleSet.of(files)).questionnaire().get("item"));
    assertThat(items.get("client.pregnancy").has("enableWhen")).isFalse();
    assertThat(items.get("health.chestBreath").has("enableWhen")).isTrue();
  }

  /** As {@link When} says it. */
  private static boolean holds(When.Test test, Intake intake) {
    Answer answer = intake.answers().get(test.question());
    if (answer == null) {
      return !test.in();
    }
    boolean listed =
        answer.value() instanceof Set<?> ticked
            ? ticked.stream().anyMatch(test.values()::contains)
            : test.values().contains(answer.value());
    return test.in() == listed;
  }

  /** As FHIR R4 says it. */
  private static boolean enabled(JsonNode item, Intake intake) {
    assertThat(item.get("enableBehavior").asText()).isEqualTo("any");
    for (JsonNode condition : item.get("enableWhen")) {
      Answer answer = intake.answers().get(condition.get("question").asText());
      boolean holds =
          condition.get("operator").asText().equals("exists")
              ? condition.get("answerBoolean").asBoolean() == (answer != null)
              : answer != null && has(answer, condition.at("/answerCoding/code").asText());
      if (holds) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(Answer answer, String code) {
    return answer.value() instanceof Set<?> ticked
        ? ticked.contains(code)
        : answer.value().equals(code);
  }

  private static Map<String, JsonNode> items(JsonNode list) {
    Map<String, JsonNode> items = new HashMap<>();
    for (JsonNode item : list) {
      items.put(item.get("linkId").asText(), item);
      if (item.has("item")) {
        items.putAll(items(item.get("item")));
      }
    }
    return items;
  }
}
