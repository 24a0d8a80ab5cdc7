package dev.spotter.prove;

import dev.spotter.rules.Condition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What a condition demands of each field, one way through its alternatives. Used to propose clients
 * only: whether a rule fires is for the engine to say.
 */
final class Demands {
  private final Map<String, List<Condition.Test>> byField = new LinkedHashMap<>();

  private Demands() {}

  /** One way, drawn at random, in which a condition can hold. */
  static Demands of(Condition condition, Random random) {
    Demands demands = new Demands();
    demands.add(condition, random);
    return demands;
  }

  private void add(Condition condition, Random random) {
    if (condition instanceof Condition.All all) {
      all.parts().forEach(p -> add(p, random));
    } else if (condition instanceof Condition.Any any) {
      add(any.parts().get(random.nextInt(any.parts().size())), random);
    } else if (condition instanceof Condition.Test test) {
      byField.computeIfAbsent(test.field(), f -> new ArrayList<>()).add(test);
    }
  }

  /** The tests by field. */
  Map<String, List<Condition.Test>> byField() {
    return byField;
  }

  /** True if a field's value passes all of them, as rules compare: null is less than nothing. */
  static boolean hold(List<Condition.Test> tests, @Nullable Object value) {
    for (Condition.Test test : tests) {
      if (!test.holds(value)) {
        return false;
      }
    }
    return true;
  }
}
