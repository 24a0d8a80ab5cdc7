package dev.spotter.cases;

import dev.spotter.Excerpt;
import dev.spotter.assess.Assessment;
import dev.spotter.assess.Assessor;
import dev.spotter.assess.FactView;
import dev.spotter.properties.Sessionful;
import dev.spotter.prove.Client;
import dev.spotter.prove.Clients;
import dev.spotter.prove.Invariant;
import dev.spotter.prove.Proof;
import dev.spotter.prove.Prover;
import dev.spotter.prove.SafetyFile;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import dev.spotter.rules.RulesRefused;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Tries whether slips in rules are noticed: by the load, by the cases, by the invariants. A slip
 * in a condition is first compiled apart from the other rules and shown to the clients of all
 * cases; what that does not settle is compiled in the whole set.
 */
final class MutationRun {
  /** How a mutant ended. */
  enum End {
    REFUSED,
    CASES,
    INVARIANTS,
    /** No difference in firing for any client aimed at the rule. */
    EQUIVALENT,
    SURVIVED
  }

  private static final int AIMED = 1_500;
  private static final int PROVED = 1_500;

  private final RuleSet rules;
  private final Map<String, byte[]> files;
  private final Excerpt excerpt;
  private final Assessor assessor;
  private final List<Case> cases;
  private final List<Shown> shown = new ArrayList<>();
  private final List<Invariant> invariants;
  private final Clients clients;

  /** A client of a case, what its facts are, what it was answered, and what is expected. */
  private record Shown(Case.Expected expected, List<FactView> views, Assessment answer) {}

  MutationRun(RuleSet rules, Map<String, byte[]> files) {
    this.rules = rules;
    this.files = files;
    this.excerpt = new Excerpt(rules, files);
    this.assessor = new Assessor(rules);
    this.cases = CaseRunner.casesOf(rules);
    this.invariants = SafetyFile.of(rules);
    this.clients = new Clients(rules, 77);
    CaseIntake intakes = new CaseIntake(rules.vocabulary());
    for (Case example : cases) {
      show(intakes, example, Map.of(), example.expected());
      example.misses().forEach(m -> show(intakes, example, m.changes(), m.expected()));
    }
  }

  private void show(
      CaseIntake intakes, Case example, Map<String, @Nullable Object> but, Case.Expected expected) {
    CaseIntake.Client client = intakes.client(example, but);
    if (client.intake() != null) {
      Assessor.Settings settings =
          Assessor.Settings.at(CaseRunner.CLOCK, ZoneOffset.UTC).measuring(client.measures());
      shown.add(
          new Shown(
              expected,
              assessor.facts(client.intake(), settings),
              assessor.assess(client.intake(), settings)));
    }
  }

  /** How the mutants of one rule end. */
  Map<Mutant, End> ends(Rule rule, List<Mutant> mutants) {
    Map<Mutant, End> ends = new LinkedHashMap<>();
    Map<Mutant, RuleSet> apart = new LinkedHashMap<>();
    for (Mutant mutant : mutants) {
      if (mutant.mutated() == null) {
        ends.put(mutant, named(rule, Set.of(), null) ? End.CASES : whole(mutant));
      } else if (!mutant.changesConditions()) {
        ends.put(mutant, whole(mutant));
      } else {
        RuleSet alone = apart(mutant);
        if (alone == null) {
          ends.put(mutant, End.REFUSED);
        } else {
          apart.put(mutant, alone);
        }
      }
    }
    apart.forEach((mutant, alone) -> ends.put(mutant, conditions(mutant, alone)));
    return ends;
  }

  private End conditions(Mutant mutant, RuleSet alone) {
    if (named(mutant.rule(), null, alone)) {
      return End.CASES;
    }
    return equivalent(mutant, alone) ? End.EQUIVALENT : whole(mutant);
  }

  /** The mutant and the rule as it stands, the latter by another name, without the others. */
  private @Nullable RuleSet apart(Mutant mutant) {
    Map<String, byte[]> few = new TreeMap<>(excerpt.with(r -> false));
    Rule mutated = Objects.requireNonNull(mutant.mutated());
    String text =
        "package spotter\nimport dev.spotter.fact.*\n"
            + RuleWriter.text(mutated, mutant.rule().name())
            + RuleWriter.text(mutant.rule(), "as it stands");
    few.put("mutants.drl", text.getBytes(StandardCharsets.UTF_8));
    try {
      return RuleSet.of(few);
    } catch (RulesRefused e) {
      return null;
    }
  }

  /** True if a case that names the rule in fires or silent sees another. */
  private boolean named(Rule rule, @Nullable Set<String> fixed, @Nullable RuleSet alone) {
    Sessionful session = alone == null ? null : new Sessionful(alone);
    for (Shown each : shown) {
      boolean fires = each.expected().fires().contains(rule.name());
      boolean silent = each.expected().silent().contains(rule.name());
      if (fires || silent) {
        Set<String> fired =
            session == null
                ? Objects.requireNonNull(fixed)
                : session.fired(each.views(), each.answer(), null);
        if (fired.contains(rule.name()) ? silent : fires) {
          return true;
        }
      }
    }
    return false;
  }

  /** True if no client aimed at the rule, and no client of a case, tells the two apart. */
  private boolean equivalent(Mutant mutant, RuleSet alone) {
    Sessionful session = new Sessionful(alone);
    for (Shown each : shown) {
      if (differs(session.fired(each.views(), each.answer(), null), mutant)) {
        return false;
      }
    }
    for (int i = 0; i < AIMED; i++) {
      Client client = clients.client(i, i % 2 == 0 ? mutant.rule() : mutant.mutated());
      List<FactView> views = assessor.facts(client.intake(), client.settings());
      Assessment answer = assessor.assess(client.intake(), client.settings());
      if (differs(session.fired(views, answer, null), mutant)) {
        return false;
      }
    }
    return true;
  }

  private static boolean differs(Set<String> fired, Mutant mutant) {
    return fired.contains(mutant.rule().name()) != fired.contains("as it stands");
  }

  /** What the whole rule set with the slip in it shows. */
  private End whole(Mutant mutant) {
    RuleSet mutated;
    try {
      mutated = RuleSet.of(edited(mutant));
    } catch (RulesRefused e) {
      return End.REFUSED;
    }
    CaseRunner runner = new CaseRunner(mutated);
    for (boolean here : new boolean[] {true, false}) {
      for (Case example : cases) {
        if (example.file().startsWith(mutant.rule().file().replace(".drl", "")) == here
            && !runner.run(List.of(example)).get(0).passed()) {
          return End.CASES;
        }
      }
    }
    Rule rule = mutant.mutated() == null ? mutant.rule() : mutant.mutated();
    Proof proof =
        new Prover(mutated, invariants, 77).aimedAt(List.of(rule)).prove(PROVED, done -> {});
    return proof.broken().isEmpty() ? End.SURVIVED : End.INVARIANTS;
  }

  private Map<String, byte[]> edited(Mutant mutant) {
    Map<String, byte[]> edited = new TreeMap<>(files);
    String file = mutant.rule().file();
    Set<Rule> others = new HashSet<>(rules.rules());
    others.remove(mutant.rule());
    String text =
        new String(
            Objects.requireNonNull(excerpt.with(others::contains).get(file)),
            StandardCharsets.UTF_8);
    if (mutant.mutated() != null) {
      text += "\n" + RuleWriter.text(mutant.mutated(), mutant.rule().name());
    }
    edited.put(file, text.getBytes(StandardCharsets.UTF_8));
    return edited;
  }
}
