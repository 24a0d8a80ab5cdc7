package dev.spotter.cases;

import dev.spotter.assess.Assessor;
import dev.spotter.assess.Decision;
import dev.spotter.assess.Examined;
import dev.spotter.cases.Case.Expected;
import dev.spotter.cases.Case.Miss;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleFailed;
import dev.spotter.rules.RuleSet;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs cases against a rule set, and keeps the law: every rule fires in one and is silenced. */
public final class CaseRunner {
  static final OffsetDateTime CLOCK = OffsetDateTime.of(2026, 1, 5, 12, 0, 0, 0, ZoneOffset.UTC);

  private final RuleSet rules;
  private final Assessor assessor;
  private final CaseIntake intakes;
  private final Consumer<Examined> shown;
  private final Set<String> fired = ConcurrentHashMap.newKeySet();
  private final Set<String> silenced = ConcurrentHashMap.newKeySet();

  public CaseRunner(RuleSet rules) {
    this(rules, client -> {});
  }

  /**
   * @param shown gets the client of every case and near miss that could be assessed, one at a time,
   *     in no order that means anything
   */
  public CaseRunner(RuleSet rules, Consumer<Examined> shown) {
    this.shown = shown;
    this.rules = rules;
    this.assessor = new Assessor(rules);
    this.intakes = new CaseIntake(rules.vocabulary());
  }

  /** The cases of the folder that a rule set was made from. */
  public static List<Case> casesOf(RuleSet rules) {
    List<Case> cases = new ArrayList<>();
    rules
        .files()
        .files()
        .forEach(
            (name, bytes) -> {
              if (name.endsWith(".cases.yaml")) {
                cases.addAll(CaseFile.read(name, bytes));
              }
            });
    return cases;
  }

  /** Runs cases on all processors; results are in order. */
  public List<CaseResult> run(Collection<Case> cases) {
    return cases.parallelStream().map(this::run).toList();
  }

  private CaseResult run(Case example) {
    List<String> failures = new ArrayList<>();
    Set<String> here = check(example, Map.of(), example.expected(), "", failures);
    example.expected().fires().stream().filter(here::contains).forEach(fired::add);
    for (Miss miss : example.misses()) {
      String where = "but " + miss.changes() + ": ";
      if (miss.changes().size() != 1) {
        failures.add(where + "a near miss changes one answer");
      }
      Set<String> there = check(example, miss.changes(), miss.expected(), where, failures);
      miss.expected().silent().stream()
          .filter(r -> here.contains(r) && !there.contains(r) && mayBeSilencedBy(r, miss))
          .forEach(silenced::add);
    }
    return new CaseResult(example, failures);
  }

  /** A finding is silenced by an answer that it reads itself; advice by any. */
  private boolean mayBeSilencedBy(String name, Miss miss) {
    Rule rule = rules.rule(name);
    if (rule == null || rule.layer() == Rule.Layer.ADVICE || miss.changes().size() != 1) {
      return rule != null;
    }
    String path = miss.changes().keySet().iterator().next();
    return rule.reads().stream().anyMatch(r -> reads(r, path));
  }

  private boolean reads(String read, String path) {
    String type = read.substring(0, read.indexOf('.'));
    if (type.equals("History")) {
      return path.startsWith("history.")
          || path.equals("measures" + read.substring(read.indexOf('.')));
    }
    if (type.equals("Completeness")) {
      var question = rules.vocabulary().question(path);
      return question != null && question.needed() != null;
    }
    return path.equals(Character.toLowerCase(read.charAt(0)) + read.substring(1));
  }

  private Set<String> check(
      Case example,
      Map<String, @Nullable Object> changes,
      Expected expected,
      String where,
      List<String> failures) {
    CaseIntake.Client client = intakes.client(example, changes);
    if (client.intake() == null) {
      client.problems().forEach(p -> failures.add(where + p));
      return Set.of();
    }
    Decision answer;
    try {
      Examined examined =
          assessor.examine(
              client.intake(),
              Assessor.Settings.at(CLOCK, ZoneOffset.UTC).measuring(client.measures()));
      answer = examined.decision();
      synchronized (shown) {
        shown.accept(examined);
      }
    } catch (RuleFailed e) {
      failures.add(where + e.getMessage());
      return Set.of();
    }
    new Comparison(rules, answer).failures(expected).forEach(f -> failures.add(where + f));
    return answer.fired();
  }

  /** After a run: the rules that break the law, each with what it lacks. */
  public List<String> lawless() {
    List<String> lawless = new ArrayList<>();
    for (Rule rule : rules.rules()) {
      if (!fired.contains(rule.name())) {
        lawless.add(
            rule.file() + ":" + rule.line() + ": no case has fires: \"" + rule.name() + "\"");
      } else if (!silenced.contains(rule.name())) {
        lawless.add(
            rule.file() + ":" + rule.line() + ": no near miss silences \"" + rule.name() + "\"");
      }
    }
    return lawless;
  }
}
