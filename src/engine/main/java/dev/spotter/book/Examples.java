package dev.spotter.book;

import dev.spotter.cases.Case;
import dev.spotter.cases.Case.Miss;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which cases speak of which rule. */
final class Examples {
  private final Map<String, List<Case>> firing = new HashMap<>();
  private final Map<String, List<Near>> silenced = new HashMap<>();

  /**
   * A near miss.
   *
   * @param changes the answers that silence the rule, by path; null takes one away
   */
  record Near(Case example, Map<String, @Nullable Object> changes) {}

  Examples(Collection<Case> cases) {
    for (Case example : cases) {
      example.expected().fires().forEach(r -> add(firing, r, example));
      for (Miss miss : example.misses()) {
        miss.expected().silent().stream()
            .filter(r -> !example.expected().silent().contains(r))
            .forEach(r -> add(silenced, r, new Near(example, miss.changes())));
      }
    }
  }

  private static <T> void add(Map<String, List<T>> map, String rule, T one) {
    List<T> all = map.computeIfAbsent(rule, r -> new ArrayList<>());
    if (!all.contains(one)) {
      all.add(one);
    }
  }

  /** The cases in which a rule is to fire. */
  List<Case> firing(String rule) {
    return firing.getOrDefault(rule, List.of());
  }

  /** The near misses that are to silence it. */
  List<Near> silenced(String rule) {
    return silenced.getOrDefault(rule, List.of());
  }
}
