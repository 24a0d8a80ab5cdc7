package dev.spotter.compare;

import dev.spotter.compare.Detail.Weight;
import dev.spotter.rules.Action;
import dev.spotter.rules.Action.Call;
import dev.spotter.rules.Condition;
import dev.spotter.rules.Pattern;
import dev.spotter.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in what two rules differ: conditions, actions, sources. Not for two threads. */
final class RuleDetails {
  /** The calls whose argument only people read. */
  private static final Set<String> TEXTS = Set.of("because", "says", "advice", "safetyNet");

  private final Rule before;
  private final Rule after;
  private final Places was;
  private final Places is;
  private final List<Detail> details = new ArrayList<>();

  private RuleDetails(Rule before, Rule after, Places was, Places is) {
    this.before = before;
    this.after = after;
    this.was = was;
    this.is = is;
  }

  /** None if they mean the same and say the same. */
  static List<Detail> of(Rule before, Rule after, Places was, Places is) {
    RuleDetails differences = new RuleDetails(before, after, was, is);
    differences.patterns();
    differences.actions();
    if (!Set.copyOf(before.sources()).equals(Set.copyOf(after.sources()))) {
      differences.details.add(
          Detail.of(
              "source",
              String.join(" ", before.sources()),
              String.join(" ", after.sources()),
              Weight.TEXT));
    }
    return List.copyOf(differences.details);
  }

  /** What a rule that is gone read and did. */
  static List<Detail> removed(Rule rule, Places was) {
    RuleDetails whole = new RuleDetails(rule, rule, was, was);
    rule.patterns().forEach(p -> whole.condition(Normal.shown(p), null, p.offset(), -1));
    rule.actions().forEach(a -> whole.action(Normal.head(a), null, a.calls().get(0), null));
    return whole.details;
  }

  /** What a new rule reads and does. */
  static List<Detail> added(Rule rule, Places is) {
    RuleDetails whole = new RuleDetails(rule, rule, is, is);
    rule.patterns().forEach(p -> whole.condition(null, Normal.shown(p), -1, p.offset()));
    rule.actions().forEach(a -> whole.action(null, Normal.head(a), null, a.calls().get(0)));
    return whole.details;
  }

  private void patterns() {
    Unmatched<Pattern> patterns = Unmatched.of(before.patterns(), after.patterns(), Normal::key);
    for (Pattern old : patterns.before()) {
      Pattern fresh =
          patterns.partner(old, (a, b) -> a.type().equals(b.type()) && a.demand() == b.demand());
      if (fresh == null) {
        condition(Normal.shown(old), null, old.offset(), -1);
      } else {
        parts(old, fresh);
      }
    }
    patterns.after().forEach(p -> condition(null, Normal.shown(p), -1, p.offset()));
  }

  private void parts(Pattern old, Pattern fresh) {
    Unmatched<Condition> parts =
        Unmatched.of(Normal.parts(old.condition()), Normal.parts(fresh.condition()), Normal::key);
    for (Condition part : parts.before()) {
      Condition now = parts.partner(part, (a, b) -> fields(a).equals(fields(b)));
      condition(
          Normal.shown(old, part),
          now == null ? null : Normal.shown(fresh, now),
          offset(old, part),
          now == null ? -1 : offset(fresh, now));
    }
    parts.after().forEach(p -> condition(null, Normal.shown(fresh, p), -1, offset(fresh, p)));
  }

  private static Set<String> fields(Condition condition) {
    return condition.tests().map(Condition.Test::field).collect(Collectors.toSet());
  }

  private static int offset(Pattern pattern, Condition part) {
    return part.tests().mapToInt(Condition.Test::offset).min().orElse(pattern.offset());
  }

  private void condition(
      @Nullable String old, @Nullable String fresh, int oldOffset, int freshOffset) {
    add("condition", old, fresh, oldOffset, freshOffset, Weight.CONDITION);
  }

  private void actions() {
    Unmatched<Action> actions = Unmatched.of(before.actions(), after.actions(), Normal::key);
    for (Action old : actions.before()) {
      Action fresh = actions.partner(old, (a, b) -> Normal.head(a).equals(Normal.head(b)));
      if (fresh == null) {
        fresh = actions.partner(old, (a, b) -> a.type().equals(b.type()));
      }
      if (fresh == null) {
        action(Normal.shown(old), null, old.calls().get(0), null);
      } else {
        calls(old, fresh);
      }
    }
    actions.after().forEach(a -> action(null, Normal.shown(a), null, a.calls().get(0)));
  }

  private void calls(Action old, Action fresh) {
    Unmatched<Call> calls = Unmatched.of(old.calls(), fresh.calls(), Normal::shown);
    for (Call call : calls.before()) {
      Call now = calls.partner(call, (a, b) -> a.name().equals(b.name()));
      if (now == null && call.argument() == null) {
        now = calls.partner(call, (a, b) -> b.argument() == null);
      }
      if (now == null && call.equals(old.calls().get(0))) {
        now = calls.partner(call, (a, b) -> b.equals(fresh.calls().get(0)));
      }
      call(old, call, fresh, now);
    }
    calls.after().forEach(c -> call(old, null, fresh, c));
  }

  private void call(Action old, @Nullable Call call, Action fresh, @Nullable Call now) {
    boolean text = (call == null || text(call)) && (now == null || text(now));
    add(
        text ? "text" : "action",
        call == null ? null : shown(old, call),
        now == null ? null : shown(fresh, now),
        call == null ? -1 : call.offset(),
        now == null ? -1 : now.offset(),
        text ? Weight.TEXT : Weight.EFFECT);
  }

  private static boolean text(Call call) {
    return TEXTS.contains(call.name());
  }

  /** Of a long chain the factory, and the call that is meant. */
  private static String shown(Action action, Call call) {
    if (call.equals(action.calls().get(0))) {
      return Normal.head(action);
    }
    return text(action.calls().get(0))
        ? action.type() + Normal.shown(call)
        : Normal.head(action) + Normal.shown(call);
  }

  private void action(
      @Nullable String old, @Nullable String fresh, @Nullable Call call, @Nullable Call now) {
    add(
        "action",
        old,
        fresh,
        call == null ? -1 : call.offset(),
        now == null ? -1 : now.offset(),
        Weight.EFFECT);
  }

  private void add(
      String part, @Nullable String old, @Nullable String fresh, int a, int b, Weight weight) {
    details.add(
        new Detail(
            part,
            old,
            fresh,
            a < 0 ? null : was.at(before.file(), a),
            b < 0 ? null : is.at(after.file(), b),
            weight));
  }
}
