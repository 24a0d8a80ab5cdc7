package dev.spotter.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spotter.Spotter;
import dev.spotter.cds.Feedback;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What became of cards, as it is kept. */
class FeedbackTest {
  private static final Instant AT = Instant.parse("2026-11-25T07:00:00Z");
  private static final Spotter SPOTTER = Recorded.shipped();

  @TempDir Path folder;

  private static Feedback overridden(String card) {
    return new Feedback(
        card, List.of(), new Feedback.Reason("urn:x", "declined", "she knows Zebedaeus"), AT);
  }

  private DecisionRecord open(Keep keep, String... masked) {
    RecordSettings all = Recorded.settings("jdbc:sqlite:" + folder.resolve("r.db"), folder);
    return DecisionRecord.open(
        new RecordSettings(all.url(), keep, Set.of(masked), all.key(), all.anchor()), "test");
  }

  private static String decided(DecisionRecord record, String client) {
    return Recorded.keep(record, SPOTTER, Recorded.client(client, new Random(1)));
  }

  @Test
  void itStandsWithItsDecisionAndIsErasedWithItsClient() {
    try (DecisionRecord record = open(Keep.ALL)) {
      String card = decided(record, "anna");
      String other = decided(record, "anna");
      String suggestion = UUID.randomUUID().toString();
      Feedback accepted = new Feedback(card, List.of(suggestion), null, AT);
      List<String> ids = record.happened("cds:ehr", List.of(accepted, overridden(card)));
      JsonNode told = record.view().decision(card).path("feedback");

      assertThat(ids).hasSize(2);
      assertThat(told).hasSize(2);
      assertThat(told.at("/0/who").textValue()).isEqualTo("cds:ehr");
      assertThat(told.at("/0/what").toString())
          .isEqualTo(
              "{\"outcome\":\"accepted\",\"at\":\"2026-11-25T07:00:00Z\",\"accepted\":[\""
                  + suggestion
                  + "\"]}");
      assertThat(told.at("/1/what/code").textValue()).isEqualTo("declined");
      assertThat(told.at("/1/what/comment").textValue()).contains("Zebedaeus");
      assertThat(record.view().decision(other).has("feedback")).isFalse();
      assertThat(record.view().decision(ids.get(1)).path("about").textValue()).isEqualTo(card);
      assertThat(record.view().export("anna").path("rows")).hasSize(4);
      assertThat(record.view().timeline("anna")).hasSize(2);
      assertThat(record.view().audit()).isEmpty();

      record.erase("tester", "anna");
      record.happened("cds:ehr", List.of(overridden(card)));

      assertThat(record.view().decision(card).has("feedback")).isFalse();
      assertThat(record.view().export("anna")).isNull();
      assertThat(record.view().export(card).path("rows")).hasSize(1);
      assertThat(record.view().audit()).isEmpty();
    }
  }

  @Test
  void whatIsToldOfNoDecisionIsKeptUnderTheCard() {
    try (DecisionRecord record = open(Keep.ALL)) {
      String card = UUID.randomUUID().toString();
      record.happened("cds:ehr", List.of(overridden(card)));

      assertThat(record.view().export(card).at("/rows/0/kind").textValue()).isEqualTo("feedback");
    }
  }

  @Test
  void commentsAreKeptOnlyWithAnswersAndUnlessMasked() {
    for (DecisionRecord opened :
        List.of(open(Keep.DIGEST), open(Keep.ALL, RecordSettings.COMMENT))) {
      try (DecisionRecord record = opened) {
        String card = decided(record, "b");
        String id = record.happened("cds:ehr", List.of(overridden(card))).get(0);

        assertThat(record.view().decision(id).toString())
            .contains("declined")
            .doesNotContain("Zebedaeus");
      }
    }
  }
}
