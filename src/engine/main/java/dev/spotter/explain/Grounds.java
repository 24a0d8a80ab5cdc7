package dev.spotter.explain;

import dev.spotter.assess.Assessment;
import dev.spotter.assess.Examined;
import dev.spotter.assess.Item;
import dev.spotter.explain.Ground.Role;
import dev.spotter.rules.Action;
import dev.spotter.rules.Citation;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules that fired for one client, by what they did. */
final class Grounds {
  private final RuleSet rules;
  private final Assessment answer;
  private final Known known;

  Grounds(RuleSet rules, Examined client) {
    this.rules = rules;
    this.answer = client.assessment();
    this.known = new Known(rules, client);
  }

  /** Who wants the client seen, highest level first. */
  List<Ground> referrals() {
    List<Ground> grounds = new ArrayList<>();
    for (int i = 0; i < answer.triage().because().size(); i++) {
      Item item = answer.triage().because().get(i);
      grounds.add(ground(Role.REFERS, item, answer.triage().levels().get(i).word()));
    }
    return grounds;
  }

  List<Ground> supporting(Assessment.Cause cause) {
    return grounds(Role.SUPPORTS, cause.supporting());
  }

  List<Ground> opposing(Assessment.Cause cause) {
    return grounds(Role.OPPOSES, cause.opposing());
  }

  List<Ground> conclusions(Assessment.Cause cause) {
    return grounds(Role.CONCLUDES, cause.conclusions());
  }

  List<Ground> advising(String remedy) {
    return answer.remedies().stream()
        .filter(r -> r.id().equals(remedy))
        .flatMap(r -> grounds(Role.ADVISES, r.reasons()).stream())
        .toList();
  }

  /** Who held a remedy back; a ground without a file is the engine's own guard. */
  List<Ground> withholding(String remedy) {
    return answer.withheld().stream()
        .filter(w -> w.id().equals(remedy))
        .map(w -> ground(Role.WITHHOLDS, w.because(), w.rule()))
        .toList();
  }

  List<Ground> notes() {
    return answer.notes().stream()
        .map(n -> ground(Role.NOTES, n.text(), n.rule() == null ? "the engine" : n.rule()))
        .toList();
  }

  /** All that one rule did for this client; empty if it did not fire. */
  List<Ground> of(Rule rule) {
    List<Ground> all = new ArrayList<>(referrals());
    for (Assessment.Cause cause : answer.causes()) {
      all.addAll(supporting(cause));
      all.addAll(opposing(cause));
      all.addAll(conclusions(cause));
    }
    answer.remedies().forEach(r -> all.addAll(advising(r.id())));
    answer.withheld().forEach(w -> all.addAll(withholding(w.id())));
    all.addAll(notes());
    List<Ground> its = all.stream().filter(g -> g.rule().equals(rule.name())).distinct().toList();
    return its.isEmpty() && answer.matches().stream().anyMatch(m -> m.rule().equals(rule.name()))
        ? rule.actions().stream().map(a -> unseen(rule, a)).toList()
        : its;
  }

  /** What a rule did that shows nowhere, as a remedy that was withheld. */
  private Ground unseen(Rule rule, Action action) {
    Role role =
        switch (action.type()) {
          case "Withhold" -> Role.WITHHOLDS;
          case "Remedy" -> Role.ADVISES;
          default -> Role.NOTES;
        };
    String because = action.argument("because");
    return ground(role, because == null ? action.subject() : because, rule.name());
  }

  private List<Ground> grounds(Role role, List<Item> items) {
    return items.stream().map(i -> ground(role, i, null)).toList();
  }

  private Ground ground(Role role, Item item, @Nullable String level) {
    Ground bare = ground(role, item.because(), item.rule());
    return new Ground(
        role,
        item.because(),
        level,
        item.group(),
        item.points(),
        item.counted(),
        item.rule(),
        bare.file(),
        bare.line(),
        bare.read(),
        bare.sources());
  }

  private Ground ground(Role role, String because, String name) {
    Rule rule = rules.rule(name);
    return new Ground(
        role,
        because,
        null,
        null,
        0,
        0,
        name,
        rule == null ? "" : rule.file(),
        rule == null ? 0 : rule.line(),
        rule == null ? List.of() : known.read(rule.patterns()),
        rule == null ? List.of() : sources(rule));
  }

  private List<Citation> sources(Rule rule) {
    return rule.sources().stream()
        .flatMap(key -> Stream.ofNullable(rules.citations().get(key)))
        .toList();
  }
}
