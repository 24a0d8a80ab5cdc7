package dev.spotter.check;

import dev.spotter.rules.Action;
import dev.spotter.rules.Checked;
import dev.spotter.rules.Rule;
import dev.spotter.vocabulary.Cause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The most points that a cause could come to, if all that speaks for it were found. */
final class Ceiling {
  private Ceiling() {}

  /** Of each group the strongest in full and the next by half, as the weighing counts. */
  static int of(Cause cause, Checked folder) {
    Map<String, List<Integer>> groups = new HashMap<>();
    for (Rule rule : folder.rules()) {
      for (Action action : rule.actions()) {
        boolean speaksFor =
            action.type().equals("Evidence") && action.calls().get(0).name().equals("supports");
        if (speaksFor && action.subject().equals(cause.id())) {
          String group = action.argument("group");
          groups
              .computeIfAbsent(
                  group == null ? "rule " + rule.name() : group, k -> new ArrayList<>())
              .add(points(action, folder));
        }
      }
    }
    int most = cause.start();
    for (List<Integer> points : groups.values()) {
      points.sort(Comparator.reverseOrder());
      most += points.get(0) + (points.size() > 1 ? points.get(1) / 2 : 0);
    }
    return most;
  }

  private static int points(Action action, Checked folder) {
    return action.calls().stream().mapToInt(c -> folder.points(c.name())).max().orElse(0);
  }
}
