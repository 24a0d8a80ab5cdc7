package dev.spotter.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.Shipped;
import dev.spotter.assess.Assessor;
import dev.spotter.assess.Examined;
import dev.spotter.prove.Client;
import dev.spotter.prove.Clients;
import dev.spotter.rules.Condition;
import dev.spotter.rules.Pattern;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The conditions named as failing are exactly those that keep a rule from firing: tried by running
 * the rule without them, on seeded clients, in Drools.
 */
class PartsTest {
  private static final long SEED = Long.getLong("spotter.seed", 20260302L);
  private static final int BATCH = 250;
  private static final int PAIRS = Integer.getInteger("spotter.pairs", 1_000);

  /** A client, a rule that did not fire for them, and the conditions that are named. */
  private record Pair(Examined client, Rule rule, List<Part> named) {
    /** The rule without all that is named: it must fire. */
    String without() {
      return plain("without " + rule.name() + named.stream().map(Part::written).toList());
    }

    /** The rule without all that is named but this: it must not fire. */
    String but(Part part) {
      return plain("but " + part.written() + " " + without());
    }

    private static String plain(String name) {
      return name.replace('"', ' ');
    }
  }

  @Test
  void exactlyTheConditionsNamedKeepARuleFromFiring() {
    System.out.println("why-not: seed " + SEED + ", " + PAIRS + " pairs");
    RuleSet rules = Shipped.rules();
    exactly(rules, List.copyOf(rules.rules()), PAIRS);
  }

  /** What no shipped rule uses: not, exists, names of values, facts of which there are several. */
  @Test
  void theSameForEveryFormThatTheGrammarAllows() {
    RuleSet rules =
        RuleSet.of(
            Shipped.with(
                "mine.drl",
                """
                package spotter
                import dev.spotter.fact.*
                rule "mine: not"
                  @source( "house" )
                when
                  not Soreness( worst != null && worst >= 5, onset == "24-to-72h-after" )
                  Nerves( saddle == "no" )
                then
                  insert( Note.says("-") );
                end
                rule "mine: exists"
                  @source( "house" )
                when
                  exists Soreness( worst >= 5, onset == "24-to-72h-after" )
                  Likelihood( level == "likely", rank > 1 )
                then
                  insert( Note.says("-") );
                end
                rule "mine: any cause"
                  @source( "house" )
                when
                  Likelihood( level == "likely", subtype == "strain" )
                  Likelihood( cause == "muscle-fatigue", level == "likely" || rank == 2 )
                then
                  insert( Note.says("-") );
                end
                rule "mine: names"
                  @source( "house" )
                when
                  Soreness( $now : now > 2, worst > $now, location contains "midline-spine" )
                  Lifestyle( stress > 5 || sleepHours < $now )
                then
                  insert( Note.says("-") );
                end
                rule "mine: two of several"
                  @source( "house" )
                when
                  Likelihood( $rank : rank, level == "possible", points > 0 )
                  Likelihood( rank < $rank, level == "possible" )
                  Soreness( worst >= 3 )
                then
                  insert( Note.says("-") );
                end
                """));
    List<Rule> mine = rules.rules().stream().filter(r -> r.name().startsWith("mine")).toList();
    assertThat(mine).hasSize(5);
    exactly(rules, mine, 300);
  }

  private static void exactly(RuleSet rules, List<Rule> all, int wanted) {
    Assessor assessor = new Assessor(rules);
    Clients clients = new Clients(rules, SEED);
    Probes probes = Probes.of(rules, all);
    Random random = new Random(SEED);
    List<Pair> pairs = new ArrayList<>();
    Set<String> fired = new HashSet<>();
    int failed = 0;
    for (int i = 0; pairs.size() < wanted; i++) {
      Rule rule = all.get(random.nextInt(all.size()));
      Client client = i % 3 == 0 ? clients.client(i) : clients.client(i, rule);
      Examined examined = assessor.examine(client.intake(), client.settings());
      Probes.Held held = probes.held(examined);
      List<Part> named = Parts.of(rule).stream().filter(p -> !held.holds(p)).toList();
      boolean fires = examined.decision().fired().contains(rule.name());
      assertThat(named.isEmpty()).as(client.text() + rule.name()).isEqualTo(fires);
      if (fires) {
        fired.add(rule.name());
      } else {
        pairs.add(new Pair(examined, rule, named));
        failed += named.size();
      }
    }
    System.out.println(
        probes.size() + " conditions, " + failed + " times one failed; fired: " + fired.size());
    assertThat(fired).isNotEmpty();
    for (int from = 0; from < pairs.size(); from += BATCH) {
      tried(rules, pairs.subList(from, Math.min(from + BATCH, pairs.size())));
    }
  }

  /** Rules without what is named, and without all of it but one, in one rule set for many pairs. */
  private static void tried(RuleSet rules, List<Pair> pairs) {
    RuleSet changed = rules.asking(variants(pairs));
    for (Pair pair : pairs) {
      Set<String> fires = pair.client().matching(changed);
      assertThat(fires).contains(pair.without());
      assertThat(pair.named()).noneMatch(p -> fires.contains(pair.but(p)));
    }
  }

  private static List<Rule> variants(List<Pair> pairs) {
    Map<String, Rule> variants = new LinkedHashMap<>();
    for (Pair pair : pairs) {
      put(variants, pair.without(), pair.rule(), pair.named());
      for (Part part : pair.named()) {
        List<Part> others = new ArrayList<>(pair.named());
        others.remove(part);
        put(variants, pair.but(part), pair.rule(), others);
      }
    }
    return List.copyOf(variants.values());
  }

  private static void put(Map<String, Rule> variants, String name, Rule rule, List<Part> gone) {
    variants.computeIfAbsent(name, n -> Probes.rule(n, without(rule, gone), variants.size()));
  }

  /** The patterns of a rule without some of its conditions. */
  static List<Pattern> without(Rule rule, List<Part> gone) {
    List<Pattern> left = new ArrayList<>();
    for (int i = 0; i < rule.patterns().size(); i++) {
      Pattern pattern = rule.patterns().get(i);
      List<Condition> conditions = new ArrayList<>(flat(pattern.condition()));
      boolean whole = false;
      for (Part part : gone) {
        if (part.places().contains(i)) {
          whole |= part.way() == Part.Way.WHOLE;
          List<Condition> about = flat(part.about().get(0).condition());
          if (part.way() != Part.Way.WHOLE) {
            assertThat(conditions.remove(about.get(about.size() - 1))).isTrue();
          }
        }
      }
      if (!whole) {
        left.add(
            new Pattern(
                pattern.demand(),
                pattern.type(),
                new Condition.All(List.copyOf(conditions)),
                pattern.offset()));
      }
    }
    return left.isEmpty() ? List.of(always()) : left;
  }

  private static Pattern always() {
    return new Pattern(Pattern.Demand.MATCH, "Triage", new Condition.All(List.of()), 0);
  }

  private static List<Condition> flat(Condition condition) {
    return condition instanceof Condition.All all
        ? all.parts().stream().flatMap(p -> flat(p).stream()).toList()
        : List.of(condition);
  }
}
