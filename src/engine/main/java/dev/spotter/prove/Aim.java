package dev.spotter.prove;

import dev.spotter.fact.Level;
import dev.spotter.rules.Action;
import dev.spotter.rules.Condition;
import dev.spotter.rules.Pattern;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Bends a sketch so that a rule may fire. For advice, which waits for the weighing, it bends it to
 * rules that speak for or against the causes in question, or that raise the level; that mostly
 * helps, and never has to.
 */
final class Aim {
  private static final int MOST_SUPPORTS = 6;

  private final RuleSet rules;
  private final Map<String, Section> sections = new HashMap<>();
  private final Map<String, List<Rule>> byAction = new HashMap<>();

  /** What kinds of causes rules speak for, by their names. */
  private final Map<String, List<String>> subtypes = new HashMap<>();

  Aim(RuleSet rules) {
    this.rules = rules;
    rules.vocabulary().sections().forEach(s -> sections.put(s.type(), s));
    for (Rule rule : rules.rules()) {
      for (Action action : rule.actions()) {
        String what = action.type() + " " + action.calls().get(0).name();
        index(what, rule);
        index(what + " " + action.subject(), rule);
        String subtype = action.argument("subtype");
        index("subtype " + subtype, rule);
        if (subtype != null) {
          subtypes.computeIfAbsent(rule.name(), name -> new ArrayList<>()).add(subtype);
        }
        index("flag " + action.subject(), rule);
      }
    }
  }

  private void index(String key, Rule rule) {
    byAction.computeIfAbsent(key, k -> new ArrayList<>()).add(rule);
  }

  /** Bends a sketch towards a rule: first what the weighing has to find, then what it reads. */
  void at(Rule rule, Sketch sketch, Random random) {
    for (Pattern pattern : rule.patterns()) {
      if (pattern.type().equals("Triage")) {
        triage(Demands.of(pattern.condition(), random).byField(), sketch, random);
      }
    }
    for (Pattern pattern : rule.patterns()) {
      Map<String, List<Condition.Test>> demands = Demands.of(pattern.condition(), random).byField();
      switch (pattern.type()) {
        case "Likelihood" -> likelihood(demands, sketch, random);
        case "Verdict" -> verdict(demands, sketch, random);
        default -> {}
      }
    }
    read(rule, sketch);
    for (Pattern pattern : rule.patterns()) {
      if (pattern.type().equals("Completeness")) {
        open(pattern, sketch, random);
      }
    }
  }

  /** True if it waits for a level at which nothing may worry. */
  static boolean needsCalm(Rule rule) {
    return rule.patterns().stream()
        .filter(p -> p.type().equals("Triage"))
        .flatMap(Pattern::tests)
        .anyMatch(t -> t.field().equals("level") && t.holds(Level.SELF_CARE.word()));
  }

  private void read(Rule rule, Sketch sketch) {
    for (Pattern pattern : rule.patterns()) {
      Section section = sections.get(pattern.type());
      if (section != null) {
        sketch.bend(section, pattern.condition());
      } else if (pattern.type().equals("History")) {
        sketch.bendMeasures(pattern.condition());
      }
    }
  }

  /** Leaves a safety item open where the rule wants one. */
  private void open(Pattern pattern, Sketch sketch, Random random) {
    List<Question> needed =
        rules.vocabulary().questions().stream().filter(q -> q.needed() != null).toList();
    boolean wanted = pattern.tests().anyMatch(t -> t.op() == Condition.Op.GT);
    if (wanted && !needed.isEmpty()) {
      String item = needed.get(random.nextInt(needed.size())).needed();
      needed.stream()
          .filter(q -> item != null && item.equals(q.needed()))
          .forEach(q -> sketch.answer(q, null));
    }
  }

  private void triage(Map<String, List<Condition.Test>> demands, Sketch sketch, Random random) {
    List<String> levels = passing(demands.get("level"), Level.words());
    String level = levels.isEmpty() ? "" : levels.get(random.nextInt(levels.size()));
    for (Condition.Test test : demands.getOrDefault("flags", List.of())) {
      if (test.op() == Condition.Op.CONTAINS) {
        any("flag " + test.operands().get(0).value(), List.of(), sketch, random);
      }
    }
    if (level.equals(Level.SELF_CARE.word()) || level.equals(Level.UNDETERMINED.word())) {
      for (Question question : rules.vocabulary().questions()) {
        if (!question.safe().isEmpty() && !question.tier().equals("detail")) {
          sketch.answer(question, Answering.safe(question, random));
        }
      }
    } else if (!level.isEmpty()) {
      any("Referral " + level, List.of(), sketch, random);
    }
    if (level.equals(Level.UNDETERMINED.word())) {
      List<Question> needed =
          rules.vocabulary().questions().stream().filter(q -> q.needed() != null).toList();
      sketch.answer(needed.get(random.nextInt(needed.size())), null);
    }
  }

  private void likelihood(Map<String, List<Condition.Test>> demands, Sketch sketch, Random random) {
    List<Condition.Test> kinds =
        demands.getOrDefault("subtype", List.of()).stream()
            .filter(t -> t.op() == Condition.Op.EQ || t.op() == Condition.Op.IN)
            .toList();
    for (String cause : passing(demands.get("cause"), rules.vocabulary().causes().keySet())) {
      List<String> words = passing(demands.get("level"), List.of("likely", "possible", "unlikely"));
      String word = words.isEmpty() ? "" : words.get(random.nextInt(words.size()));
      switch (word) {
        case "likely" -> supports(cause, kinds, 2 + random.nextInt(MOST_SUPPORTS), sketch, random);
        case "possible" -> supports(cause, kinds, random.nextInt(3), sketch, random);
        default -> any("Evidence opposes " + cause, List.of(), sketch, random);
      }
      for (Condition.Test test : kinds) {
        for (int i = 0; i < 2; i++) {
          Object kind = test.operands().get(random.nextInt(test.operands().size())).value();
          any("subtype " + kind, List.of(), sketch, random);
        }
      }
    }
  }

  private void verdict(Map<String, List<Condition.Test>> demands, Sketch sketch, Random random) {
    List<Condition.Test> tests =
        demands.getOrDefault("leads", demands.getOrDefault("first", List.of()));
    List<String> causes = passing(tests, rules.vocabulary().causes().keySet());
    if (!causes.isEmpty()) {
      supports(causes.get(random.nextInt(causes.size())), List.of(), MOST_SUPPORTS, sketch, random);
    }
  }

  private void supports(
      String cause, List<Condition.Test> kinds, int most, Sketch sketch, Random random) {
    for (int i = 0; i < most; i++) {
      any("Evidence supports " + cause, kinds, sketch, random);
    }
  }

  /**
   * Bends the sketch to one of the rules found.
   *
   * @param kinds what a subtype that the rule names must pass, so that no other comes first
   */
  private void any(String key, List<Condition.Test> kinds, Sketch sketch, Random random) {
    List<Rule> all = byAction.getOrDefault(key, List.of());
    List<Rule> found = kinds.isEmpty() ? all : all.stream().filter(r -> fits(r, kinds)).toList();
    if (!found.isEmpty()) {
      read(found.get(random.nextInt(found.size())), sketch);
    }
  }

  private boolean fits(Rule rule, List<Condition.Test> kinds) {
    for (String subtype : subtypes.getOrDefault(rule.name(), List.of())) {
      if (kinds.stream().noneMatch(t -> t.holds(subtype))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> passing(
      @Nullable List<Condition.Test> tests, Iterable<String> words) {
    List<String> passing = new ArrayList<>();
    for (String word : words) {
      if (tests != null && Demands.hold(tests, word)) {
        passing.add(word);
      }
    }
    return passing;
  }
}
