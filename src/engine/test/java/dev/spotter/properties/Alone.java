package dev.spotter.properties;

import dev.spotter.Excerpt;
import dev.spotter.assess.Assessment;
import dev.spotter.assess.FactView;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import java.util.List;
import java.util.Map;

/**
 * One rule of a rule set, compiled without the others.
 *
 * @param rules the declares of the whole set and this rule
 */
record Alone(Rule rule, RuleSet rules) {

  static List<Alone> each(RuleSet all, Map<String, byte[]> files) {
    Excerpt excerpt = new Excerpt(all, files);
    return all.rules().stream()
        .parallel()
        .map(rule -> new Alone(rule, RuleSet.of(excerpt.with(r -> r.equals(rule)))))
        .toList();
  }

  /** True if it fires for a client with these facts, who was answered so. */
  boolean fires(List<FactView> views, Assessment answer) {
    return new Sessionful(rules).fired(views, answer, null).contains(rule.name());
  }
}
