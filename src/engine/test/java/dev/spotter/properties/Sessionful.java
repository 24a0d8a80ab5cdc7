package dev.spotter.properties;

import dev.spotter.assess.Assessment;
import dev.spotter.assess.FactView;
import dev.spotter.fact.Completeness;
import dev.spotter.fact.History;
import dev.spotter.fact.Likelihood;
import dev.spotter.fact.Triage;
import dev.spotter.fact.Verdict;
import dev.spotter.rules.RuleSet;
import dev.spotter.rules.WorkingMemory;
import dev.spotter.vocabulary.Section;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A session driven by hand: the facts of an assessment that some rule reads, put in in an order of
 * the test's own.
 */
public final class Sessionful {
  private final RuleSet rules;

  public Sessionful(RuleSet rules) {
    this.rules = rules;
  }

  /**
   * The rules that fire.
   *
   * @param views a client's facts, by a rule set with the same questions
   * @param answer what that client was answered
   * @param random shuffles the facts; null leaves them in order
   */
  public Set<String> fired(List<FactView> views, Assessment answer, @Nullable Random random) {
    List<Object> findings = facts(views);
    List<Object> weighed = weighed(answer);
    if (random != null) {
      Collections.shuffle(findings, random);
      Collections.shuffle(weighed, random);
    }
    try (WorkingMemory memory = rules.memory()) {
      findings.forEach(memory::insert);
      memory.fire();
      weighed.forEach(memory::insert);
      memory.fire();
      Set<String> fired = new HashSet<>();
      memory.insertions().forEach(i -> fired.add(i.rule().name()));
      return fired;
    }
  }

  private List<Object> facts(List<FactView> views) {
    List<Object> facts = new ArrayList<>();
    for (FactView view : views) {
      if (!rules.reads(view.type())) {
        continue;
      }
      Map<String, @Nullable Object> values = view.values();
      Section section =
          rules.vocabulary().sections().stream()
              .filter(s -> s.type().equals(view.type()))
              .findFirst()
              .orElse(null);
      if (section != null) {
        facts.add(rules.fact(section, values.values().toArray()));
      } else if (view.type().equals("History")) {
        facts.add(History.of(values));
      } else {
        Set<?> open = (Set<?>) java.util.Objects.requireNonNull(values.get("open"));
        Set<String> names = new HashSet<>();
        open.forEach(name -> names.add(String.valueOf(name)));
        facts.add(new Completeness(names, names.size()));
      }
    }
    return facts;
  }

  private List<Object> weighed(Assessment answer) {
    List<Object> facts = new ArrayList<>();
    if (!rules.reads("Likelihood") && !rules.reads("Triage") && !rules.reads("Verdict")) {
      return facts;
    }
    int rank = 1;
    for (Assessment.Cause cause : answer.causes()) {
      facts.add(
          new Likelihood(cause.id(), cause.likelihood(), cause.points(), rank++, cause.subtype()));
    }
    Set<String> flags = new HashSet<>();
    answer.triage().because().forEach(i -> flags.add(i.group()));
    facts.add(new Triage(answer.triage().level().word(), flags));
    facts.add(new Verdict(answer.verdict(), answer.causes().get(0).id()));
    return facts;
  }
}
