package dev.spotter.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.jspecify.annotations.Nullable;

/**
 * An earlier decision on a client.
 *
 * @param level of urgency, or null where answers are not kept
 * @param verdict the leading cause, or null where answers are not kept
 */
public record Past(
    String id, String at, String ruleSet, @Nullable String level, @Nullable String verdict) {

  /**
   * @param payload what was kept, or null for nothing
   */
  static Past of(Row row, @Nullable JsonNode payload) {
    JsonNode answer =
        payload == null || !payload.has("answer")
            ? MissingNode.getInstance()
            : Payload.tree(payload.path("answer").textValue());
    return new Past(
        row.id(),
        answer.path("at").asText(row.at()),
        row.ruleSet(),
        answer.at("/triage/level").textValue(),
        answer.path("verdict").textValue());
  }
}
