package dev.spotter.explain;

import dev.spotter.assess.Examined;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import java.util.Comparator;
import java.util.List;

/** Asks Drools which conditions of silent rules failed for one client. */
final class Silence {
  private final RuleSet rules;
  private final Examined client;
  private final Titles titles;
  private final Known known;

  Silence(RuleSet rules, Examined client) {
    this.rules = rules;
    this.client = client;
    this.titles = new Titles(rules);
    this.known = new Known(rules, client);
  }

  /** How the conditions of these rules stand; those that lack the fewest come first. */
  List<Silent> of(List<Rule> mute) {
    if (mute.isEmpty()) {
      return List.of();
    }
    Probes.Held held = Probes.of(rules, mute).held(client);
    return mute.stream()
        .map(r -> silent(r, held))
        .sorted(Comparator.comparingInt((Silent s) -> s.failed().size()))
        .toList();
  }

  private Silent silent(Rule rule, Probes.Held held) {
    List<Stand> conditions = Parts.of(rule).stream().map(p -> stand(p, held)).toList();
    return new Silent(rule.name(), rule.file(), rule.line(), titles.does(rule), conditions);
  }

  private Stand stand(Part part, Probes.Held held) {
    return new Stand(
        part.written(),
        part.way(),
        held.holds(part),
        known.read(part.probe()),
        part.parts().stream().map(p -> stand(p, held)).toList());
  }
}
