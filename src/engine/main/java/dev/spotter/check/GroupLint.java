package dev.spotter.check;

import dev.spotter.rules.Action;
import dev.spotter.rules.Checked;
import dev.spotter.rules.Diagnostic;
import dev.spotter.rules.Diagnostic.Code;
import dev.spotter.rules.Rule;
import dev.spotter.vocabulary.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Groups of evidence of a single rule that are called nearly as another group of that cause:
 * nothing declares groups, so a slip in one makes a new one.
 */
final class GroupLint implements Lint {

  private record Use(Rule rule, Action.Call call) {}

  @Override
  public void look(Checked folder, List<Diagnostic> found) {
    Map<String, Map<String, List<Use>>> groups = new LinkedHashMap<>();
    for (Rule rule : folder.rules()) {
      for (Action action : rule.actions()) {
        action.calls().stream()
            .filter(c -> c.name().equals("group"))
            .forEach(
                c ->
                    groups
                        .computeIfAbsent(action.subject(), k -> new LinkedHashMap<>())
                        .computeIfAbsent(String.valueOf(c.argument()), k -> new ArrayList<>())
                        .add(new Use(rule, c)));
      }
    }
    groups.values().forEach(ofCause -> look(folder, ofCause, found));
  }

  private static void look(Checked folder, Map<String, List<Use>> groups, List<Diagnostic> found) {
    groups.forEach(
        (group, uses) -> {
          List<String> others = groups.keySet().stream().filter(g -> !g.equals(group)).toList();
          String near = uses.size() == 1 ? Suggestion.near(group, others) : null;
          if (near != null) {
            Use only = uses.get(0);
            found.add(
                folder.finding(
                    Code.IDLE,
                    only.rule().file(),
                    only.call().offset(),
                    "no other evidence is of the group '" + group + "'",
                    "did you mean " + near + "?"));
          }
        });
  }
}
