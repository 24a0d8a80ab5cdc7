package dev.spotter.rules;

import dev.spotter.rules.Condition.Op;
import dev.spotter.rules.Condition.Test;
import dev.spotter.rules.Pattern.Demand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.base.base.ClassObjectType;
import org.drools.base.base.ObjectType;
import org.drools.base.base.ValueResolver;
import org.drools.base.definitions.InternalKnowledgePackage;
import org.drools.base.definitions.rule.impl.RuleImpl;
import org.drools.base.rule.GroupElement;
import org.drools.base.rule.GroupElementFactory;
import org.drools.base.rule.consequence.Consequence;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.core.reteoo.CoreComponentFactory;
import org.drools.core.rule.consequence.KnowledgeHelper;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;

/**
 * Puts rules straight into Drools' network. Each of them reads facts of which a client has one, so
 * that all its patterns are tests of one wide fact, and inserts what is known beforehand; nothing
 * is left to join or to compile. What is asked most often is asked first, so that rules share it.
 */
final class Network {
  private static final ObjectType TOLD = new ClassObjectType(WideFact.Told.class);
  private static final ObjectType WEIGHED = new ClassObjectType(WideFact.Weighed.class);

  private final Slots slots;
  private final Map<String, SlotTest> tests = new HashMap<>();
  private final Map<SlotTest, Integer> askers = new HashMap<>();

  private Network(Slots slots) {
    this.slots = slots;
  }

  /** True if a rule can be put into it: otherwise it needs Drools' compiler. */
  static boolean takes(Rule rule, Slots slots) {
    return rule.patterns().stream()
        .allMatch(
            p ->
                !slots.facts(p).isEmpty()
                    && p.tests()
                        .flatMap(t -> t.operands().stream())
                        .allMatch(o -> o.variable() == null));
  }

  /**
   * @param rules of which {@link #takes} is true; one that fires tells its place among them
   */
  static KieBase of(Slots slots, List<Rule> rules) {
    Network network = new Network(slots);
    List<List<SlotTest>> asked = rules.stream().map(network::tests).toList();
    asked.forEach(of -> of.forEach(t -> network.askers.merge(t, 1, Integer::sum)));
    InternalKnowledgePackage all =
        CoreComponentFactory.get().createKnowledgePackage(Grammar.PACKAGE);
    for (int number = 0; number < asked.size(); number++) {
      all.addRule(network.rule(rules.get(number), asked.get(number), number));
    }
    InternalKnowledgeBase base =
        KnowledgeBaseFactory.newKnowledgeBase(
            RuleBaseFactory.newKnowledgeBaseConfiguration(null, Network.class.getClassLoader()));
    base.addPackages(List.of(all));
    return base;
  }

  private RuleImpl rule(Rule rule, List<SlotTest> asked, int number) {
    boolean advice = rule.patterns().stream().anyMatch(p -> FactTypes.WEIGHED.contains(p.type()));
    org.drools.base.rule.Pattern pattern =
        new org.drools.base.rule.Pattern(0, advice ? WEIGHED : TOLD);
    asked.stream()
        .sorted(
            Comparator.comparing((SlotTest t) -> !t.word())
                .thenComparing(t -> -askers.getOrDefault(t, 0))
                .thenComparing(SlotTest::text))
        .forEach(pattern::addConstraint);
    GroupElement conditions = GroupElementFactory.newAndInstance();
    conditions.addChild(pattern);
    RuleImpl made = new RuleImpl(rule.name());
    made.setPackage(Grammar.PACKAGE);
    made.setLhs(conditions);
    made.setConsequence(new Fired(number));
    return made;
  }

  private List<SlotTest> tests(Rule rule) {
    List<SlotTest> asked = new ArrayList<>();
    for (Pattern pattern : rule.patterns()) {
      List<String> facts = slots.facts(pattern);
      if (facts.size() == 1 && pattern.demand() != Demand.NOT) {
        String fact = facts.get(0);
        pattern.condition().conjuncts().forEach(c -> asked.add(test(fact, c)));
      } else {
        asked.add(whole(pattern, facts));
      }
    }
    return asked.stream().distinct().toList();
  }

  private SlotTest whole(Pattern pattern, List<String> facts) {
    SlotCheck any =
        SlotCheck.any(
            facts.stream()
                .map(fact -> SlotCheck.of(pattern.condition(), f -> slots.slot(fact, f)))
                .toArray(SlotCheck[]::new));
    return test(
        RuleWriter.text(pattern), pattern.demand() == Demand.NOT ? SlotCheck.not(any) : any);
  }

  private SlotTest test(String fact, Condition condition) {
    String text = fact + ": " + RuleWriter.text(condition);
    if (condition instanceof Test test
        && test.op() == Op.EQ
        && test.operands().get(0).value() instanceof String word) {
      int slot = slots.slot(fact, test.field());
      return tests.computeIfAbsent(
          text, t -> new SlotTest(t, SlotCheck.of(condition, f -> slot), slot, word));
    }
    return test(text, SlotCheck.of(condition, f -> slots.slot(fact, f)));
  }

  private SlotTest test(String text, SlotCheck check) {
    return tests.computeIfAbsent(text, t -> new SlotTest(t, check, -1, null));
  }

  /** Notes that a rule fired: what it inserts is known beforehand. */
  private record Fired(int number) implements Consequence<KnowledgeHelper> {
    @Override
    public String getName() {
      return RuleImpl.DEFAULT_CONSEQUENCE_NAME;
    }

    @Override
    public void evaluate(KnowledgeHelper helper, @Nullable ValueResolver values) {
      ((WideFact) helper.getMatch().getTuple().getFactHandle().getObject()).fired.set(number);
    }
  }
}
