package dev.spotter.diff;

import dev.spotter.compare.Aspect;
import dev.spotter.compare.ClientChange;
import dev.spotter.compare.Edit;
import dev.spotter.compare.InvariantEdit;
import dev.spotter.compare.Reason;
import dev.spotter.compare.Totals;
import dev.spotter.compare.Totals.Group;
import dev.spotter.fact.Level;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The comparison as plain text: the gravest first. */
public final class DiffText {
  private static final int MOST_SHIFTS = 12;

  private final Diff diff;
  private final PrintStream out;

  private DiffText(Diff diff, PrintStream out) {
    this.diff = diff;
    this.out = out;
  }

  /** Writes it. */
  public static void write(Diff diff, PrintStream out) {
    new DiffText(diff, out).write();
    out.flush();
  }

  private void write() {
    out.println("old: " + diff.before().files().origin() + ", " + diff.before().id());
    out.println("new: " + diff.after().files().origin() + ", " + diff.after().id());
    invariants(true);
    Totals totals = diff.totals();
    if (totals != null) {
      for (Map.Entry<Aspect, Group> entry : totals.aspects().entrySet()) {
        aspect(entry.getKey(), entry.getValue(), totals);
      }
      table(totals);
    }
    invariants(false);
    rules();
    out.println();
    out.println("version: " + diff.bump().size().word());
    diff.bump().reasons().forEach(r -> out.println("  " + r));
  }

  private void invariants(boolean lost) {
    List<InvariantEdit> edits =
        diff.change().invariants().stream().filter(i -> i.fate().loss() == lost).toList();
    if (edits.isEmpty()) {
      return;
    }
    out.println();
    out.println(lost ? "INVARIANTS LOST" : "invariants");
    for (InvariantEdit edit : edits) {
      out.println(
          "  " + edit.fate().word() + ": " + edit.name() + Words.places(edit.was(), edit.is()));
      edit.lost().forEach(l -> out.println("      no longer demanded: " + l));
    }
  }

  private void aspect(Aspect aspect, Group group, Totals totals) {
    String title = aspect.alarming() ? aspect.title().toUpperCase(Locale.ROOT) : aspect.title();
    out.println();
    out.println(
        title + ": " + Words.number(group.count()) + " of " + Words.clients(totals.records()));
    shifts(group.shifts());
    totals.groups(aspect).forEach((reason, clients) -> group(aspect, reason, clients));
  }

  private void shifts(Map<String, Long> shifts) {
    List<Map.Entry<String, Long>> entries = new ArrayList<>(shifts.entrySet());
    entries.sort(Collections.reverseOrder(Map.Entry.comparingByValue()));
    entries.stream()
        .limit(MOST_SHIFTS)
        .forEach(e -> out.printf(Locale.ROOT, "  %,9d  %s%n", e.getValue(), e.getKey()));
    if (entries.size() > MOST_SHIFTS) {
      out.println(
          "             and " + (entries.size() - MOST_SHIFTS) + " more; see --format json");
    }
  }

  private void group(Aspect aspect, Reason reason, Group group) {
    out.println("  by " + diff.title(reason));
    Edit edit = diff.edit(reason);
    if (edit != null && aspect.alarming()) {
      edit.details().forEach(d -> out.println("      " + Words.detail(d)));
    }
    out.println(
        "      "
            + Words.clients(group.count())
            + (group.alone() == group.count()
                ? ""
                : ", " + Words.number(group.alone()) + " of them by this alone"));
    for (ClientChange client : group.first()) {
      out.println("      - " + Words.client(client, aspect));
    }
    if (group.count() > group.first().size() && !group.first().isEmpty()) {
      out.println("      - and " + Words.number(group.count() - group.first().size()) + " more");
    }
  }

  private void table(Totals totals) {
    out.println();
    out.println(
        Words.clients(totals.records())
            + " compared, "
            + Words.number(totals.changed())
            + " with another answer");
    out.printf("  %-14s %11s %11s%n", "", "old", "new");
    List<String> outcomes = new ArrayList<>(Level.words());
    Collections.reverse(outcomes);
    outcomes.addAll(List.of("failed", "rejected"));
    for (String outcome : outcomes) {
      if (totals.before(outcome) + totals.after(outcome) > 0) {
        out.printf(
            Locale.ROOT,
            "  %-14s %,11d %,11d%n",
            outcome,
            totals.before(outcome),
            totals.after(outcome));
      }
    }
  }

  private void rules() {
    List<Edit> edits = diff.change().edits();
    out.println();
    out.println(
        edits.isEmpty()
            ? "rules: all " + diff.change().same() + " the same"
            : "rules: " + diff.change().same() + " the same, and");
    for (int i = 0; i < edits.size(); i++) {
      out.println("  [" + (i + 1) + "] " + Words.edit(edits.get(i)));
      edits.get(i).details().forEach(d -> out.println("      " + Words.detail(d)));
    }
  }
}
