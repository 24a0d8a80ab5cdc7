package dev.spotter.record;

import dev.spotter.rules.RuleSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to become a row.
 *
 * @param rules to be archived with it, or null
 * @param client the client's id; of feedback, the decision's
 * @param input what was told, in canonical form, for its digest
 * @param payload what is to be sealed, or null for nothing
 */
record Draft(
    String id,
    @Nullable RuleSet rules,
    String who,
    String kind,
    String client,
    byte[] input,
    byte @Nullable [] payload) {

  static String newId() {
    return UUID.randomUUID().toString();
  }
}
