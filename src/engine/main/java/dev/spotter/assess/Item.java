package dev.spotter.assess;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One reason: the rule that found it, and the answers it read.
 *
 * @param rule the rule's name
 * @param because the reason, for people
 * @param sources keys of citations
 * @param group the evidence group, or the flag of a referral; null where there is none
 * @param points what the finding weighs by itself; 0 for referrals
 * @param counted what it adds to or takes from the sum, after its group's strongest two
 * @param facts the answers and measures read, by id; null for one that was not answered
 */
public record Item(
    String rule,
    String because,
    List<String> sources,
    @Nullable String group,
    int points,
    int counted,
    Map<String, @Nullable Object> facts) {
  public Item {
    sources = List.copyOf(sources);
    facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }
}
