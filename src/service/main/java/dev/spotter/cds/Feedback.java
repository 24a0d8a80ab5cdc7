package dev.spotter.cds;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one card.
 *
 * @param card its uuid
 * @param accepted the uuids of the suggestions that were taken; empty if it was overridden
 * @param reason why it was set aside, or null
 * @param at when
 */
public record Feedback(String card, List<String> accepted, @Nullable Reason reason, Instant at) {
  public Feedback {
    accepted = List.copyOf(accepted);
  }

  /** True if suggestions were taken; otherwise the card was overridden. */
  public boolean isAccepted() {
    return !accepted.isEmpty();
  }

  /**
   * Why a card was set aside; free text of the caller's, never to be logged or shown unescaped.
   *
   * @param code of the reason, or null where there is only a comment
   */
  public record Reason(@Nullable String system, @Nullable String code, @Nullable String comment) {}
}
