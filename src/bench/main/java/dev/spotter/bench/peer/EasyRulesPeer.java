package dev.spotter.bench.peer;

import dev.spotter.rules.Pattern;
import dev.spotter.rules.Recording;
import dev.spotter.rules.Rule;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Section;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** Easy Rules: a lambda a rule, one after another. */
final class EasyRulesPeer implements Peer {
  private final Rules rules = new Rules();
  private final DefaultRulesEngine engine = new DefaultRulesEngine();

  EasyRulesPeer(Common common) {
    for (Rule rule : common.rules().rules()) {
      int number = rule.order();
      rules.register(
          new RuleBuilder()
              .name(rule.name())
              .priority(number)
              .when(condition(common, rule)::test)
              .then(facts -> ((BitSet) facts.get("fired")).set(number))
              .build());
    }
  }

  private static Predicate<Facts> condition(Common common, Rule rule) {
    Predicate<Facts> all = facts -> true;
    for (Pattern pattern : rule.patterns()) {
      String type = pattern.type();
      Section section =
          common.sections().stream().filter(s -> s.type().equals(type)).findFirst().orElseThrow();
      List<String> fields = section.questions().stream().map(Question::field).toList();
      Predicate<Object[]> holds = new Closures(fields::indexOf).of(pattern.condition());
      all = all.and(facts -> holds.test(facts.get(type)));
    }
    return all;
  }

  @Override
  public BitSet fired(Recording client) {
    BitSet fired = new BitSet();
    Facts facts = new Facts();
    facts.put("fired", fired);
    client.sections().forEach(told -> facts.put(told.section().type(), told.values()));
    engine.fire(rules, facts);
    return fired;
  }
}
