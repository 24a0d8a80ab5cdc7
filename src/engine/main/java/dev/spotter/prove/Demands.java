package dev.spotter.prove;

import dev.spotter.rules.Condition;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a condition demands of each field, one way through its alternatives. Used to propose
 * clients only: whether a rule fires is for the engine to say.
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
    return tests.stream().allMatch(t -> holds(t, value));
  }

  private static boolean holds(Condition.Test test, @Nullable Object value) {
    return switch (test.op()) {
      case EQ, IN -> among(test, value);
      case NE, NOT_IN -> !among(test, value);
      case CONTAINS -> value instanceof Set<?> set && among(test, set);
      case NOT_CONTAINS -> !(value instanceof Set<?> set && among(test, set));
      case LT, LE, GT, GE -> value instanceof Number number && ordered(test, number);
    };
  }

  private static boolean among(Condition.Test test, Set<?> set) {
    return test.operands().stream().anyMatch(o -> set.contains(o.value()));
  }

  private static boolean among(Condition.Test test, @Nullable Object value) {
    return test.operands().stream().anyMatch(o -> same(o.value(), value));
  }

  private static boolean same(@Nullable Object wanted, @Nullable Object value) {
    if (wanted instanceof BigDecimal number) {
      return value instanceof Number given && number.doubleValue() == given.doubleValue();
    }
    return wanted == null ? value == null : wanted.equals(value);
  }

  private static boolean ordered(Condition.Test test, Number value) {
    if (!(test.operands().get(0).value() instanceof BigDecimal limit)) {
      return false;
    }
    int order = Double.compare(value.doubleValue(), limit.doubleValue());
    return switch (test.op()) {
      case LT -> order < 0;
      case LE -> order <= 0;
      case GT -> order > 0;
      default -> order >= 0;
    };
  }
}
