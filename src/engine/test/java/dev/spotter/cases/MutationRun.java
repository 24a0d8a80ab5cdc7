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
import dev.spotter.rules.Diagnostic;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import dev.spotter.rules.RuleWriter;
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
 * Tries whether slips in rules are noticed: by the load, by the cases, by the invariants. The slips
 * in one rule's conditions are first compiled together, apart from the other rules, and shown to
 * the clients of all cases; what that does not settle is compiled in the whole set.
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
    if (!new CaseRunner(rules).run(cases).stream().allMatch(CaseResult::passed)) {
      throw new IllegalArgumentException("cases that fail without a slip can notice none");
    }
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
    List<Mutant> conditions = new ArrayList<>();
    for (Mutant mutant : mutants) {
      if (mutant.mutated() == null) {
        ends.put(mutant, End.CASES); // the law: a case has each rule fire, and would miss it
      } else if (mutant.changesConditions()) {
        conditions.add(mutant);
      } else {
        ends.put(mutant, whole(mutant));
      }
    }
    Apart apart = apart(rule, conditions);
    conditions.forEach(m -> ends.put(m, End.REFUSED));
    if (!apart.mutants().isEmpty()) {
      Set<Mutant> noticed = named(rule, apart);
      Set<Mutant> different = new HashSet<>(noticed);
      noticed.forEach(m -> ends.put(m, End.CASES));
      differing(rule, apart, different);
      for (Mutant mutant : apart.mutants()) {
        if (!noticed.contains(mutant)) {
          ends.put(mutant, different.contains(mutant) ? whole(mutant) : End.EQUIVALENT);
        }
      }
    }
    return ends;
  }

  /** Mutants of one rule and the rule itself, without all other rules. */
  private record Apart(List<Mutant> mutants, @Nullable RuleSet rules) {
    private static String name(int index) {
      return "mutant " + index;
    }

    /** The names of those that fire for a client, "as it stands" for the rule itself. */
    Set<String> fired(List<FactView> views, Assessment answer) {
      return new Sessionful(Objects.requireNonNull(rules)).fired(views, answer, null);
    }
  }

  /** What does not load is dropped, until the rest does. */
  private Apart apart(Rule rule, List<Mutant> mutants) {
    List<Mutant> left = new ArrayList<>(mutants);
    while (!left.isEmpty()) {
      StringBuilder text = new StringBuilder("package spotter\nimport dev.spotter.fact.*\n");
      List<Integer> lines = new ArrayList<>();
      for (int i = 0; i < left.size(); i++) {
        lines.add(1 + (int) text.chars().filter(c -> c == '\n').count());
        text.append(RuleWriter.text(Objects.requireNonNull(left.get(i).mutated()), Apart.name(i)));
      }
      text.append(RuleWriter.text(rule, "as it stands"));
      Map<String, byte[]> few = new TreeMap<>(excerpt.with(r -> false));
      few.put("mutants.drl", text.toString().getBytes(StandardCharsets.UTF_8));
      try {
        return new Apart(left, RuleSet.of(few));
      } catch (RulesRefused e) {
        Set<Mutant> refused = new HashSet<>();
        for (Diagnostic problem : e.diagnostics()) {
          for (int i = 0; i < left.size(); i++) {
            boolean last = i + 1 == left.size() || problem.line() < lines.get(i + 1);
            if (problem.line() >= lines.get(i) && last) {
              refused.add(left.get(i));
            }
          }
        }
        if (refused.isEmpty()) {
          throw e;
        }
        left.removeAll(refused);
      }
    }
    return new Apart(left, null);
  }

  /** Those of which a case that names the rule in fires or silent sees another. */
  private Set<Mutant> named(Rule rule, Apart apart) {
    Set<Mutant> noticed = new HashSet<>();
    for (Shown each : shown) {
      boolean fires = each.expected().fires().contains(rule.name());
      if (fires || each.expected().silent().contains(rule.name())) {
        Set<String> fired = apart.fired(each.views(), each.answer());
        for (int i = 0; i < apart.mutants().size(); i++) {
          if (fired.contains(Apart.name(i)) != fires) {
            noticed.add(apart.mutants().get(i));
          }
        }
      }
    }
    return noticed;
  }

  /** Adds those that some client of a case, or one aimed at the rule or a mutant, tells apart. */
  private void differing(Rule rule, Apart apart, Set<Mutant> different) {
    for (Shown each : shown) {
      if (different.size() == apart.mutants().size()) {
        return;
      }
      differing(apart, apart.fired(each.views(), each.answer()), different);
    }
    for (int i = 0; i < AIMED && different.size() < apart.mutants().size(); i++) {
      Mutant one = apart.mutants().get(i % apart.mutants().size());
      Client client = clients.client(i, i % 2 == 0 ? rule : Objects.requireNonNull(one.mutated()));
      List<FactView> views = assessor.facts(client.intake(), client.settings());
      Assessment answer = assessor.assess(client.intake(), client.settings());
      differing(apart, apart.fired(views, answer), different);
    }
  }

  private static void differing(Apart apart, Set<String> fired, Set<Mutant> different) {
    for (int i = 0; i < apart.mutants().size(); i++) {
      if (fired.contains(Apart.name(i)) != fired.contains("as it stands")) {
        different.add(apart.mutants().get(i));
      }
    }
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
        new Prover(mutated, invariants, 77)
            .aimedAt(List.of(rule))
            .upTo(PROVED)
            .prove(PROVED, done -> {});
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
