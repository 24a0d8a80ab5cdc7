package dev.spotter.compare;

import dev.spotter.compare.Edit.Kind;
import dev.spotter.compare.Edit.Subject;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds which edits a client's difference comes from. An edit of a rule is blamed if it shows in
 * what fired; a rule that was not edited, such as advice that follows a level, only where no edit
 * explains it. Safe for many threads.
 */
final class Responsible {
  private final RuleSet before;
  private final RuleSet after;
  private final RulesChange change;
  private final Map<String, Integer> byRule = new HashMap<>();

  Responsible(RuleSet before, RuleSet after, RulesChange change) {
    this.before = before;
    this.after = after;
    this.change = change;
    for (int i = 0; i < change.edits().size(); i++) {
      Edit edit = change.edits().get(i);
      if (edit.subject() == Subject.RULE && !edit.textOnly()) {
        byRule.put(edit.name(), i);
      }
    }
  }

  /** Rules that fired, under the names they have now. */
  private Set<String> fired(Side side) {
    if (!(side instanceof Side.Decided decided)) {
      return Set.of();
    }
    Set<String> fired = new LinkedHashSet<>();
    decided.decision().fired().forEach(r -> fired.add(change.renamed().getOrDefault(r, r)));
    return fired;
  }

  Set<Reason> of(Aspect aspect, Side before, Side after) {
    Side broken = before instanceof Side.Decided ? after : before;
    if (broken instanceof Side.Failed failed) {
      return Set.of(rule(failed.rule()));
    }
    if (broken instanceof Side.Rejected rejected) {
      return rejected(rejected);
    }
    return of(aspect, fired(before), fired(after));
  }

  private Reason rule(String name) {
    Integer edit = byRule.get(change.renamed().getOrDefault(name, name));
    return edit == null ? Reason.of(name) : Reason.of(edit);
  }

  private Set<Reason> rejected(Side.Rejected rejected) {
    Set<Reason> named =
        edits(e -> e.subject() == Subject.QUESTION && e.name().equals(rejected.path()));
    return named.isEmpty()
        ? orUnknown(edits(e -> e.subject() == Subject.QUESTION && !e.textOnly()))
        : named;
  }

  private Set<Reason> of(Aspect aspect, Set<String> old, Set<String> now) {
    Set<Reason> edited = new LinkedHashSet<>();
    Set<Reason> others = new LinkedHashSet<>();
    byRule.forEach(
        (name, edit) -> {
          if (shows(change.edits().get(edit), old.contains(name), now.contains(name))) {
            (decides(name, aspect) ? edited : others).add(Reason.of(edit));
          }
        });
    edited.addAll(edits(e -> bearsOn(e, aspect)));
    return Stream.of(
            edited,
            unedited(old, now, r -> r.layer() == Rule.Layer.FINDING && inserts(r, aspect)),
            others,
            edits(e -> e.subject() != Subject.RULE && !e.textOnly()),
            unedited(old, now, r -> true))
        .filter(reasons -> !reasons.isEmpty())
        .findFirst()
        .orElse(Set.of(Reason.UNKNOWN));
  }

  private static boolean shows(Edit edit, boolean before, boolean now) {
    return edit.kind() == Kind.CHANGED
        ? before != now || (now && edit.changesEffect())
        : before || now;
  }

  private boolean decides(String name, Aspect aspect) {
    return inserts(before.rule(name), aspect) || inserts(after.rule(name), aspect);
  }

  private static boolean inserts(@Nullable Rule rule, Aspect aspect) {
    return rule != null && rule.actions().stream().anyMatch(a -> aspect.facts().contains(a.type()));
  }

  /** Edits that bear on every client: what a cause begins with, what words weigh. */
  private static boolean bearsOn(Edit edit, Aspect aspect) {
    if (edit.textOnly()) {
      return false;
    }
    return switch (edit.subject()) {
      case CAUSE, SCALE ->
          EnumSet.of(Aspect.FIRST, Aspect.VERDICT, Aspect.LIKELIHOOD, Aspect.SUBTYPE)
              .contains(aspect);
      case REMEDY -> aspect == Aspect.REMEDIES;
      default -> false;
    };
  }

  private Set<Reason> edits(Predicate<Edit> test) {
    Set<Reason> found = new LinkedHashSet<>();
    List<Edit> edits = change.edits();
    for (int i = 0; i < edits.size(); i++) {
      if (test.test(edits.get(i))) {
        found.add(Reason.of(i));
      }
    }
    return found;
  }

  private Set<Reason> unedited(Set<String> old, Set<String> now, Predicate<Rule> test) {
    Set<Reason> found = new LinkedHashSet<>();
    Stream.concat(old.stream(), now.stream())
        .filter(name -> old.contains(name) != now.contains(name) && !byRule.containsKey(name))
        .map(after::rule)
        .filter(rule -> rule != null && test.test(rule))
        .forEach(rule -> found.add(Reason.of(rule.name())));
    return found;
  }

  private static Set<Reason> orUnknown(Set<Reason> reasons) {
    return reasons.isEmpty() ? Set.of(Reason.UNKNOWN) : reasons;
  }
}
