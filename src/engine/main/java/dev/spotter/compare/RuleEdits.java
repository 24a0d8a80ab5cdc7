package dev.spotter.compare;

import dev.spotter.compare.Edit.Kind;
import dev.spotter.compare.Edit.Subject;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which rules came, went, changed, or have another name only. */
final class RuleEdits {
  private final RuleSet before;
  private final RuleSet after;
  private final Places was;
  private final Places is;
  private final List<Edit> edits = new ArrayList<>();
  private final Map<String, String> renamed = new LinkedHashMap<>();

  RuleEdits(RuleSet before, RuleSet after) {
    this.before = before;
    this.after = after;
    this.was = new Places(before);
    this.is = new Places(after);
    renames();
    before.rules().forEach(this::old);
    for (Rule rule : after.rules()) {
      if (before.rule(rule.name()) == null && !renamed.containsValue(rule.name())) {
        edits.add(edit(Kind.ADDED, rule.name(), null, rule, RuleDetails.added(rule, is)));
      }
    }
  }

  /** In the order of the old rules; new ones behind them. */
  List<Edit> edits() {
    return edits;
  }

  /** New names by old ones. */
  Map<String, String> renamed() {
    return renamed;
  }

  private void renames() {
    Map<String, Rule> gone = new HashMap<>();
    for (Rule rule : before.rules()) {
      if (after.rule(rule.name()) == null) {
        gone.putIfAbsent(key(rule), rule);
      }
    }
    for (Rule rule : after.rules()) {
      Rule same = before.rule(rule.name()) == null ? gone.remove(key(rule)) : null;
      if (same != null) {
        renamed.put(same.name(), rule.name());
      }
    }
  }

  /** Equal for two rules that fire for the same clients and say the same. */
  private static String key(Rule rule) {
    return rule.patterns().stream().map(Normal::key).sorted().toList()
        + " then "
        + rule.actions().stream().map(Normal::key).sorted().toList();
  }

  private void old(Rule rule) {
    String name = renamed.get(rule.name());
    Rule now = after.rule(name == null ? rule.name() : name);
    if (now == null) {
      edits.add(edit(Kind.REMOVED, rule.name(), rule, null, RuleDetails.removed(rule, was)));
    } else if (name != null) {
      Detail detail = Detail.of("name", rule.name(), name, Detail.Weight.TEXT);
      edits.add(edit(Kind.RENAMED, name, rule, now, List.of(detail)));
    } else {
      List<Detail> details = RuleDetails.of(rule, now, was, is);
      if (!details.isEmpty()) {
        edits.add(edit(Kind.CHANGED, rule.name(), rule, now, details));
      }
    }
  }

  private static Edit edit(
      Kind kind, String name, @Nullable Rule old, @Nullable Rule now, List<Detail> details) {
    return new Edit(Subject.RULE, kind, name, place(old), place(now), details);
  }

  private static @Nullable Place place(@Nullable Rule rule) {
    return rule == null ? null : new Place(rule.file(), rule.line());
  }
}
