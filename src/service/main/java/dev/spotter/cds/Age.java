package dev.spotter.cds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How old answers are.
 *
 * @param authored when they were given, or null if that is not said
 * @param staleDays from when on they are stale
 */
record Age(@Nullable Instant authored, Instant now, int staleDays) {
  /** Clocks differ, and a day alone may begin tomorrow elsewhere. */
  private static final Duration AHEAD = Duration.ofDays(1);

  /** True if it must be said that the answers may no longer hold. */
  boolean doubtful() {
    return authored == null || ahead() || stale();
  }

  private boolean ahead() {
    return authored != null && authored.isAfter(now.plus(AHEAD));
  }

  private boolean stale() {
    return authored != null && authored.isBefore(now.minus(Duration.ofDays(staleDays)));
  }

  /** For the summary; empty where there is nothing to doubt. */
  String mark() {
    return authored == null || ahead() ? "Undated answers. " : stale() ? "Stale answers. " : "";
  }

  List<String> told() {
    if (authored == null) {
      return List.of("When these answers were given is not known.");
    }
    String when = "Answered at " + authored + ".";
    if (ahead()) {
      return List.of(when, "That is in the future, so when they were given is not known.");
    }
    return stale()
        ? List.of(
            when,
            "These answers are stale: older than "
                + staleDays
                + " days, a threshold that this house has set. Ask again.")
        : List.of(when);
  }
}
