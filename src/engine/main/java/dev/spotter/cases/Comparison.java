package dev.spotter.cases;

import dev.spotter.assess.Decision;
import dev.spotter.cases.Case.Expected;
import dev.spotter.rules.Action;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds an answer against what a case expects. */
final class Comparison {
  private final RuleSet rules;
  private final Decision answer;
  private final List<String> failures = new ArrayList<>();

  Comparison(RuleSet rules, Decision answer) {
    this.rules = rules;
    this.answer = answer;
  }

  List<String> failures(Expected expected) {
    same("triage", expected.triage(), answer.level().word());
    same("verdict", expected.verdict(), answer.verdict());
    same("first", expected.first(), answer.first());
    expected.likelihood().forEach((id, word) -> cause(id, word, false));
    expected.subtype().forEach((id, word) -> cause(id, word, true));
    expected.fires().forEach(r -> rule(r, true));
    expected.silent().forEach(r -> rule(r, false));
    expected.remedies().forEach(id -> has("remedy", id, answer.remedies(), true));
    expected.noRemedies().forEach(id -> has("remedy", id, answer.remedies(), false));
    expected.withheld().forEach(id -> has("withheld remedy", id, answer.withheld(), true));
    if (expected.flags() != null) {
      flags(Set.copyOf(expected.flags()));
    }
    return failures;
  }

  private void same(String what, @Nullable String expected, String actual) {
    if (expected != null && !expected.equals(actual)) {
      failures.add(what + " should be " + expected + ", is " + actual + why(what));
    }
  }

  private String why(String what) {
    return what.equals("triage")
        ? " " + answer.fired().stream().filter(this::refers).sorted().toList()
        : " " + answer.causes().stream().map(c -> c.cause() + " " + c.points()).toList();
  }

  private boolean refers(String name) {
    Rule rule = rules.rule(name);
    return rule != null && rule.actions().stream().anyMatch(a -> a.type().equals("Referral"));
  }

  private void cause(String id, String word, boolean subtype) {
    Decision.Standing cause =
        answer.causes().stream().filter(c -> c.cause().equals(id)).findFirst().orElse(null);
    if (cause == null) {
      failures.add("there is no cause " + id);
    } else {
      String actual =
          subtype ? (cause.subtype() == null ? "none" : cause.subtype()) : cause.likelihood();
      if (!word.equals(actual)) {
        failures.add(
            id
                + (subtype ? " subtype" : "")
                + " should be "
                + word
                + ", is "
                + actual
                + " with "
                + cause.points()
                + " points "
                + said("Evidence", a -> subtype ? subtype(a, id) : speaks(a, id)));
      }
    }
  }

  private static Stream<String> speaks(Action action, String cause) {
    return action.subject().equals(cause)
        ? Stream.of(action.calls().get(0).name())
        : Stream.empty();
  }

  private static Stream<String> subtype(Action action, String cause) {
    return action.subject().equals(cause)
        ? Stream.ofNullable(action.argument("subtype"))
        : Stream.empty();
  }

  private void rule(String name, boolean fires) {
    if (rules.rule(name) == null) {
      failures.add("there is no rule \"" + name + "\"");
    } else if (answer.fired().contains(name) != fires) {
      failures.add("\"" + name + "\" " + (fires ? "did not fire" : "fired"));
    }
  }

  private void flags(Set<String> expected) {
    if (!expected.equals(answer.flags())) {
      failures.add(
          "flags should be "
              + expected.stream().sorted().toList()
              + ", are "
              + said("Referral", a -> Stream.of(a.subject())));
    }
  }

  /** What the rules that fired say with such actions, each with its rule. */
  private List<String> said(String type, Function<Action, Stream<String>> words) {
    return answer.fired().stream()
        .flatMap(name -> Stream.ofNullable(rules.rule(name)))
        .flatMap(
            rule ->
                rule.actions().stream()
                    .filter(a -> a.type().equals(type))
                    .flatMap(words)
                    .map(word -> word + " by \"" + rule.name() + '"'))
        .sorted()
        .toList();
  }

  private void has(String what, String id, Set<String> ids, boolean expected) {
    if (!rules.vocabulary().remedies().containsKey(id)) {
      failures.add("there is no remedy " + id);
    } else if (ids.contains(id) != expected) {
      failures.add(
          (expected ? "no " : "there is a ")
              + what
              + " "
              + id
              + "; there are "
              + ids.stream().sorted().toList());
    }
  }
}
