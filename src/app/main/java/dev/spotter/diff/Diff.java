package dev.spotter.diff;

import dev.spotter.compare.Bump;
import dev.spotter.compare.Edit;
import dev.spotter.compare.Reason;
import dev.spotter.compare.RulesChange;
import dev.spotter.compare.Totals;
import dev.spotter.rules.RuleSet;
import org.jspecify.annotations.Nullable;

/**
 * All that was found.
 *
 * @param totals of the clients, or null where none were asked for
 */
public record Diff(RuleSet before, RuleSet after, RulesChange change, @Nullable Totals totals) {

  /** The step of version that this deserves. */
  public Bump bump() {
    return Bump.of(change, totals == null ? new Totals(0) : totals);
  }

  /** True if no level fell or was lost, and no invariant either. */
  public boolean safe() {
    return !change.losesInvariant() && (totals == null || !totals.alarming());
  }

  /** The edit that is meant, or null. */
  @Nullable Edit edit(Reason reason) {
    return reason.edit() < 0 ? null : change.edits().get(reason.edit());
  }

  /** What is responsible, in words. */
  String title(Reason reason) {
    Edit edit = edit(reason);
    if (edit != null) {
      return "[" + (reason.edit() + 1) + "] " + edit.title() + " " + edit.kind().word();
    }
    return reason.rule().isEmpty()
        ? "not known"
        : "rule \"" + reason.rule() + "\", not edited itself, fires under one of them only";
  }
}
