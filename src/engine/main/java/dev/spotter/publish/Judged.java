package dev.spotter.publish;

import dev.spotter.rules.RuleSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an edit.
 *
 * @param rules the edited rules, or null where they do not compile
 * @param refusals why they may not take over, for people; empty where they may
 */
public record Judged(@Nullable RuleSet rules, List<String> refusals) {
  public Judged {
    refusals = List.copyOf(refusals);
  }

  /** True if the edited rules may take over. */
  public boolean accepted() {
    return rules != null && refusals.isEmpty();
  }
}
