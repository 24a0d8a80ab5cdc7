package dev.spotter.cases;

import dev.spotter.assess.Examined;
import dev.spotter.explain.Part;
import dev.spotter.explain.Parts;
import dev.spotter.explain.Probes;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which rules fired and which conditions held for the clients of cases and their near misses: one
 * that never held, or never failed, is shown by no example.
 *
 * @param clients how many clients there were
 * @param rules how often each rule fired
 * @param conditions how often each test within each rule held
 */
public record Coverage(int clients, List<Count> rules, List<Count> conditions) {

  /**
   * How often something was true.
   *
   * @param rule the rule
   * @param condition a test of it as written, or null for the rule as a whole
   * @param met for how many clients it was true
   * @param missed for how many it was not
   */
  public record Count(Rule rule, @Nullable String condition, int met, int missed) {
    /** True if no example shows it both ways. */
    public boolean oneSided() {
      return met == 0 || missed == 0;
    }
  }

  /** What no example shows both ways: what is never true first, rules before conditions. */
  public List<Count> oneSided() {
    return Stream.concat(rules.stream(), conditions.stream())
        .filter(Count::oneSided)
        .sorted(
            Comparator.comparing((Count c) -> c.met() > 0)
                .thenComparing(c -> c.condition() != null)
                .thenComparing(c -> c.rule().order()))
        .toList();
  }

  /** Counts as clients come: the rules that fired for each, and all conditions. For one thread. */
  public static final class Counting {
    /** Clients are shown on all processors; so many at a time, so that few are kept. */
    private static final int TOGETHER = 256;

    private final RuleSet rules;
    private final Probes probes;
    private final List<Examined> waiting = new ArrayList<>();
    private final Map<String, Integer> fired = new HashMap<>();
    private final Map<String, Integer> held = new HashMap<>();
    private int clients;

    /** Compiles every condition of the rules; about as long as the rules themselves took. */
    public Counting(RuleSet rules) {
      this.rules = rules;
      this.probes = Probes.of(rules, rules.rules());
    }

    /** Shows a client to all conditions, or keeps it until there are enough to do so at once. */
    public void take(Examined client) {
      waiting.add(client);
      if (waiting.size() == TOGETHER) {
        show();
      }
    }

    private void show() {
      List<Set<String>> matching = waiting.parallelStream().map(probes::matching).toList();
      matching.forEach(names -> names.forEach(n -> held.merge(n, 1, Integer::sum)));
      waiting.stream()
          .flatMap(c -> c.decision().fired().stream())
          .forEach(n -> fired.merge(n, 1, Integer::sum));
      clients += waiting.size();
      waiting.clear();
    }

    /** What was counted. */
    public Coverage coverage() {
      show();
      return new Coverage(
          clients,
          rules.rules().stream().map(r -> count(r, null, fired.get(r.name()))).toList(),
          rules.rules().stream().flatMap(r -> tests(r).map(p -> count(r, p))).toList());
    }

    /** The tests of a rule; what cannot be told apart stands for its tests. */
    private static Stream<Part> tests(Rule rule) {
      return Parts.of(rule).stream().flatMap(Part::all).filter(p -> p.parts().isEmpty());
    }

    private Count count(Rule rule, Part part) {
      return count(rule, part.written(), held.get(probes.name(part)));
    }

    private Count count(Rule rule, @Nullable String condition, @Nullable Integer met) {
      int times = met == null ? 0 : met;
      return new Count(rule, condition, times, clients - times);
    }
  }
}
