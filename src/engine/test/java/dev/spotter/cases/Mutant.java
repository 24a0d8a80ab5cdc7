package dev.spotter.cases;

import dev.spotter.rules.Action;
import dev.spotter.rules.Condition;
import dev.spotter.rules.Pattern;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A rule with one slip in it.
 *
 * @param rule the rule as it stands
 * @param what the slip, for people
 * @param mutated the rule with the slip, or null where it is gone
 */
record Mutant(Rule rule, String what, @Nullable Rule mutated) {
  private static final List<String> STRENGTHS =
      List.of("weakly", "moderately", "strongly", "decisively");
  private static final List<String> LEVELS = List.of("undetermined", "soon", "urgent", "emergency");
  private static final Map<Condition.Op, Condition.Op> FLIPPED =
      Map.of(
          Condition.Op.EQ, Condition.Op.NE,
          Condition.Op.NE, Condition.Op.EQ,
          Condition.Op.LT, Condition.Op.LE,
          Condition.Op.LE, Condition.Op.LT,
          Condition.Op.GT, Condition.Op.GE,
          Condition.Op.GE, Condition.Op.GT,
          Condition.Op.IN, Condition.Op.NOT_IN,
          Condition.Op.NOT_IN, Condition.Op.IN,
          Condition.Op.CONTAINS, Condition.Op.NOT_CONTAINS,
          Condition.Op.NOT_CONTAINS, Condition.Op.CONTAINS);

  /** True if firing tells it from the rule; otherwise only what it inserts differs. */
  boolean changesConditions() {
    return mutated == null || !mutated.patterns().equals(rule.patterns());
  }

  /** True if the rule asks for a level or withholds a remedy. */
  boolean touchesSafety() {
    return rule.actions().stream()
        .anyMatch(a -> a.type().equals("Referral") || a.type().equals("Withhold"));
  }

  /** Every slip of these kinds: a condition dropped, a comparison flipped, a word changed, gone. */
  static List<Mutant> of(Rule rule) {
    List<Mutant> mutants = new ArrayList<>();
    mutants.add(new Mutant(rule, "deleted", null));
    List<Pattern> patterns = rule.patterns();
    for (int i = 0; i < patterns.size(); i++) {
      Pattern pattern = patterns.get(i);
      if (patterns.size() > 1) {
        List<Pattern> fewer = new ArrayList<>(patterns);
        fewer.remove(i);
        mutants.add(new Mutant(rule, "without " + pattern.type(), with(rule, fewer)));
      }
      for (Changed changed : changed(pattern.condition())) {
        List<Pattern> others = new ArrayList<>(patterns);
        others.set(
            i,
            new Pattern(pattern.demand(), pattern.type(), changed.condition(), pattern.offset()));
        mutants.add(new Mutant(rule, pattern.type() + ": " + changed.what(), with(rule, others)));
      }
    }
    for (int i = 0; i < rule.actions().size(); i++) {
      for (Action action : changed(rule.actions().get(i))) {
        List<Action> others = new ArrayList<>(rule.actions());
        others.set(i, action);
        mutants.add(
            new Mutant(
                rule,
                rule.actions().get(i).calls().get(0).name() + " to " + names(action),
                new Rule(
                    rule.name(),
                    rule.file(),
                    rule.line(),
                    rule.order(),
                    rule.layer(),
                    rule.sources(),
                    rule.patterns(),
                    List.copyOf(others))));
      }
    }
    return mutants;
  }

  private static String names(Action action) {
    return action.calls().stream().map(Action.Call::name).collect(Collectors.joining("."));
  }

  private static Rule with(Rule rule, List<Pattern> patterns) {
    return new Rule(
        rule.name(),
        rule.file(),
        rule.line(),
        rule.order(),
        rule.layer(),
        rule.sources(),
        List.copyOf(patterns),
        rule.actions());
  }

  private record Changed(Condition condition, String what) {}

  private static List<Changed> changed(Condition condition) {
    if (condition instanceof Condition.Test test) {
      return changed(test);
    }
    boolean all = condition instanceof Condition.All;
    List<Condition> parts =
        condition instanceof Condition.All a
            ? a.parts()
            : condition instanceof Condition.Any any ? any.parts() : List.of();
    List<Changed> changes = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      if (parts.size() > 1) {
        List<Condition> fewer = new ArrayList<>(parts);
        fewer.remove(i);
        changes.add(new Changed(joined(all, fewer), "dropped " + RuleWriter.text(parts.get(i))));
      }
      for (Changed inner : changed(parts.get(i))) {
        List<Condition> others = new ArrayList<>(parts);
        others.set(i, inner.condition());
        changes.add(new Changed(joined(all, others), inner.what()));
      }
    }
    return changes;
  }

  private static Condition joined(boolean all, List<Condition> parts) {
    List<Condition> copy = List.copyOf(parts);
    return all ? new Condition.All(copy) : new Condition.Any(copy);
  }

  private static List<Changed> changed(Condition.Test test) {
    List<Changed> changes = new ArrayList<>();
    Condition.Op op = Objects.requireNonNull(FLIPPED.get(test.op()));
    Condition.Test flipped = new Condition.Test(test.field(), op, test.operands(), test.offset());
    changes.add(new Changed(flipped, "flipped to " + flipped));
    for (int i = 0; i < test.operands().size() && test.operands().size() > 1; i++) {
      List<Condition.Operand> fewer = new ArrayList<>(test.operands());
      Condition.Operand gone = fewer.remove(i);
      changes.add(
          new Changed(
              new Condition.Test(test.field(), test.op(), List.copyOf(fewer), test.offset()),
              "dropped " + gone + " from " + test));
    }
    return changes;
  }

  private static List<Action> changed(Action action) {
    List<Action> changes = new ArrayList<>();
    for (int i = 0; i < action.calls().size(); i++) {
      Action.Call call = action.calls().get(i);
      for (List<String> words : List.of(STRENGTHS, LEVELS)) {
        boolean level = words == LEVELS;
        int at = words.indexOf(call.name());
        if (at < 0 || level != action.type().equals("Referral")) {
          continue;
        }
        for (int step : new int[] {-1, 1}) {
          if (at + step >= 0 && at + step < words.size()) {
            List<Action.Call> calls = new ArrayList<>(action.calls());
            calls.set(i, new Action.Call(words.get(at + step), call.argument(), call.offset()));
            changes.add(new Action(action.type(), List.copyOf(calls)));
          }
        }
      }
    }
    return changes;
  }
}
