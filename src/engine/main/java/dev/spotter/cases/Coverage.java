package dev.spotter.cases;

import dev.spotter.assess.Assessor;
import dev.spotter.assess.Examined;
import dev.spotter.explain.Part;
import dev.spotter.explain.Parts;
import dev.spotter.explain.Probes;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
 * @param conditions how often each condition within each rule held, alternatives by themselves
 */
public record Coverage(int clients, List<Count> rules, List<Count> conditions) {

  /**
   * How often something was true.
   *
   * @param rule the rule
   * @param condition a condition of it as written, or null for the rule as a whole
   * @param met for how many clients it was true
   * @param missed for how many it was not
   */
  public record Count(Rule rule, @Nullable String condition, int met, int missed) {
    /** True if no example shows it both ways. */
    public boolean oneSided() {
      return met == 0 || missed == 0;
    }
  }

  /**
   * Shows every client of the cases to the rules, and to all their conditions. Clients that cannot
   * be read are passed over; a run of the cases tells of them.
   *
   * @throws dev.spotter.rules.RuleFailed if a rule threw
   */
  public static Coverage of(RuleSet rules, Collection<Case> cases) {
    Tallies tallies = new Tallies(rules);
    CaseIntake intakes = new CaseIntake(rules.vocabulary());
    cases.stream().flatMap(c -> clients(intakes, c)).forEach(tallies::take);
    return tallies.coverage();
  }

  private static Stream<CaseIntake.Client> clients(CaseIntake intakes, Case example) {
    return Stream.concat(
        Stream.of(intakes.client(example, Map.of())),
        example.misses().stream().map(m -> intakes.client(example, m.changes())));
  }

  /** What no example shows both ways: never true first, rules before conditions. */
  public List<Count> oneSided() {
    return Stream.concat(rules.stream(), conditions.stream())
        .filter(Count::oneSided)
        .sorted(
            Comparator.comparing((Count c) -> c.met() > 0)
                .thenComparing(c -> c.condition() != null)
                .thenComparing(c -> c.rule().order()))
        .toList();
  }

  /** Counts as the clients come. */
  private static final class Tallies {
    private final RuleSet rules;
    private final Assessor assessor;
    private final Probes probes;
    private final Map<Rule, List<Part>> parts = new LinkedHashMap<>();
    private final Map<String, Integer> fired = new HashMap<>();
    private final Map<String, Integer> held = new HashMap<>();
    private int clients;

    Tallies(RuleSet rules) {
      this.rules = rules;
      this.assessor = new Assessor(rules);
      this.probes = Probes.of(rules, rules.rules());
      rules.rules().forEach(r -> parts.put(r, leaves(r)));
    }

    /** The tests of a rule; a condition that cannot be told apart stands for its tests. */
    private static List<Part> leaves(Rule rule) {
      return Parts.of(rule).stream().flatMap(Part::all).filter(p -> p.parts().isEmpty()).toList();
    }

    void take(CaseIntake.Client client) {
      if (client.intake() == null) {
        return;
      }
      Examined examined =
          assessor.examine(
              client.intake(),
              Assessor.Settings.at(CaseRunner.CLOCK, ZoneOffset.UTC).measuring(client.measures()));
      Set<String> firing = examined.decision().fired();
      clients++;
      firing.forEach(name -> fired.merge(name, 1, Integer::sum));
      probes.matching(examined).forEach(name -> held.merge(name, 1, Integer::sum));
    }

    Coverage coverage() {
      List<Count> whole = new ArrayList<>();
      List<Count> each = new ArrayList<>();
      for (Rule rule : rules.rules()) {
        whole.add(count(rule, null, fired.getOrDefault(rule.name(), 0)));
        parts.getOrDefault(rule, List.of()).stream()
            .map(
                p -> count(rule, p.written(), held.getOrDefault(String.valueOf(probes.name(p)), 0)))
            .forEach(each::add);
      }
      return new Coverage(clients, whole, each);
    }

    private Count count(Rule rule, @Nullable String condition, int met) {
      return new Count(rule, condition, met, clients - met);
    }
  }
}
