package dev.spotter.check;

import dev.spotter.rules.Checked;
import dev.spotter.rules.Diagnostic;
import dev.spotter.rules.Diagnostic.Code;
import dev.spotter.rules.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rules that insert the very same, of which one fires only where another does. */
final class SameLint implements Lint {

  @Override
  public void look(Checked folder, List<Diagnostic> found) {
    Map<List<Object>, List<Rule>> alike = new LinkedHashMap<>();
    folder.rules().forEach(r -> alike.computeIfAbsent(inserts(r), k -> new ArrayList<>()).add(r));
    for (List<Rule> group : alike.values()) {
      for (Rule rule : group) {
        group.stream()
            .filter(other -> other != rule && spare(folder, rule, other))
            .findFirst()
            .ifPresent(other -> found.add(finding(folder, rule, other)));
      }
    }
  }

  /** What a rule inserts, wherever it stands. */
  private static List<Object> inserts(Rule rule) {
    List<Object> inserts = new ArrayList<>();
    rule.actions()
        .forEach(
            a -> {
              inserts.add(a.type());
              a.calls().forEach(c -> inserts.add(c.name() + "(" + c.argument()));
            });
    return inserts;
  }

  /** Of two rules that are equal only the later one is told. */
  private static boolean spare(Checked folder, Rule rule, Rule other) {
    return folder.worlds().implies(rule.patterns(), other.patterns())
        && (rule.order() > other.order()
            || !folder.worlds().implies(other.patterns(), rule.patterns()));
  }

  private static Diagnostic finding(Checked folder, Rule rule, Rule other) {
    boolean equal = folder.worlds().implies(other.patterns(), rule.patterns());
    String name = "\"" + other.name() + "\" (" + other.file() + ":" + other.line() + ")";
    return folder.finding(
        Code.SAME,
        rule,
        equal
            ? "this rule fires exactly when " + name + " does, and inserts the same"
            : "wherever this rule fires, " + name + " fires too, and inserts the same",
        "drop one of the two, or change what this one asks or says");
  }
}
