package dev.spotter.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spotter.Shipped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class ShippedQuestionsTest {
  private final Vocabulary vocabulary = Shipped.rules().vocabulary();

  @Test
  void thereAreTheQuestionsOfTheCatalogue() throws IOException {
    Path catalogue = Shipped.ROOT.resolve("../shared/knowledge/questions.json");
    Assumptions.assumeTrue(Files.exists(catalogue), "the catalogue is not beside the project");
    JsonNode questions = new ObjectMapper().readTree(catalogue.toFile()).get("questions");
    assertThat(vocabulary.questions()).hasSize(questions.size());
    for (JsonNode expected : questions) {
      String id = expected.get("id").asText();
      Question question = vocabulary.question(id);
      assertThat(question).as(id).isNotNull();
      assertThat(question.ask()).isEqualTo(expected.get("wording").asText());
      assertThat(question.tier()).isEqualTo(expected.get("tier").asText());
      assertThat(question.who()).containsExactlyInAnyOrderElementsOf(texts(expected.get("who")));
      assertThat(question.safe())
          .as(id)
          .containsExactlyInAnyOrderElementsOf(texts(expected.get("safe")));
      if (expected.get("type").asText().equals("number")) {
        assertThat(question.range().min().intValue()).isEqualTo(expected.get("min").asInt());
        assertThat(question.range().max().intValue()).isEqualTo(expected.get("max").asInt());
      } else {
        List<String> offered = texts(expected.get("values"));
        offered.remove("unknown");
        if (question.kind() == Question.Kind.MANY) {
          offered.remove("none");
        }
        assertThat(question.choices())
            .as(id)
            .extracting(Question.Choice::id)
            .containsExactlyElementsOf(offered);
      }
    }
  }

  @Test
  void selfCareWaitsForNineItemsOfElevenQuestions() {
    List<Question> needed =
        vocabulary.questions().stream().filter(q -> q.needed() != null).toList();
    Set<String> items = new HashSet<>();
    needed.forEach(q -> items.add(q.needed()));
    assertThat(needed).hasSize(11);
    assertThat(items).hasSize(9);
    assertThat(needed).allSatisfy(q -> assertThat(q.safe()).isNotEmpty());
  }

  @Test
  void everySafetyQuestionButAgeHasASafeAnswer() {
    assertThat(
            vocabulary.questions().stream()
                .filter(q -> q.tier().equals("safety") && q.safe().isEmpty()))
        .extracting(Question::id)
        .containsExactly("client.age");
  }

  private static List<String> texts(JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node != null) {
      node.forEach(n -> texts.add(n.asText()));
    }
    return texts;
  }
}
