package dev.spotter.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spotter.fact.Level;
import dev.spotter.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the card and the texts claim of the rules, against the rules. */
class ModelCardTest {
  private static final Path DOCS = Running.ROOT.resolve("src/docs");

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(t -> texts.add(t.textValue()));
    return texts;
  }

  @Test
  void theCardCountsWhatThereIs() throws IOException {
    JsonNode card = new ObjectMapper().readTree(DOCS.resolve("model-card.json").toFile());
    RuleSet rules = dev.spotter.Spotter.load(Running.RULES).rules();
    long invariants =
        Files.readAllLines(Running.RULES.resolve("safety.yaml")).stream()
            .filter(l -> l.startsWith("- invariant:"))
            .count();

    assertThat(card.at("/inputs/questions").intValue())
        .isEqualTo(rules.vocabulary().questions().size());
    assertThat(card.at("/knowledge/rules").intValue()).isEqualTo(rules.rules().size());
    assertThat(card.at("/knowledge/invariants").intValue()).isEqualTo((int) invariants);
    assertThat(texts(card.at("/outputs/causes")))
        .containsExactlyInAnyOrderElementsOf(rules.vocabulary().causes().keySet());
    assertThat(texts(card.at("/outputs/triage")))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Level.values()).map(Level::word).toList());
    assertThat(Files.readString(DOCS.resolve("intended-use.md")))
        .contains(rules.rules().size() + " rules");
  }

  @Test
  void thePageNamesEverySetting() throws IOException {
    String page = Files.readString(DOCS.resolve("service.md"));

    assertThat(SettingsReader.keys()).allSatisfy(key -> assertThat(page).contains("`" + key + "`"));
  }

  @Test
  void thePageNamesEveryRoute() throws IOException {
    String page = Files.readString(DOCS.resolve("service.md"));
    try (Running running = Running.with(java.util.Map.of())) {
      assertThat(running.service.routes().keySet())
          .allSatisfy(r -> assertThat(page).contains(r.substring(r.indexOf(' ') + 1)));
    }
  }
}
