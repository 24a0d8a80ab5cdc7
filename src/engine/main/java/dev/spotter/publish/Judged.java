package dev.spotter.publish;

import dev.spotter.rules.RuleSet;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an edit.
 *
 * @param rules the edited rules, or null where they do not compile
 * @param refusals why they may not take over, for people; empty where they may
 * @param took how long the judging took
 */
public record Judged(@Nullable RuleSet rules, List<String> refusals, Duration took) {
  public Judged {
    refusals = List.copyOf(refusals);
  }

  /** True if the edited rules may take over. */
  public boolean accepted() {
    return rules != null && refusals.isEmpty();
  }
}
