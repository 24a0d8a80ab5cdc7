package dev.spotter.bench.peer;

import dev.spotter.rules.Condition;
import dev.spotter.rules.Condition.Operand;
import dev.spotter.rules.Condition.Test;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Conditions as lambdas over a section's answers, for engines whose rules are lambdas.
 *
 * @param place of a field among the answers
 */
record Closures(ToIntFunction<String> place) {

  Predicate<@Nullable Object[]> of(Condition condition) {
    if (condition instanceof Condition.All all) {
      return all.parts().stream().map(this::of).reduce(x -> true, Predicate::and);
    }
    if (condition instanceof Condition.Any any) {
      return any.parts().stream().map(this::of).reduce(Predicate::or).orElseThrow();
    }
    Test test = (Test) condition;
    int at = place.applyAsInt(test.field());
    Predicate<@Nullable Object> holds = holds(test);
    return answers -> holds.test(answers[at]);
  }

  private static Predicate<@Nullable Object> holds(Test test) {
    return switch (test.op()) {
      case EQ, IN -> same(test.operands());
      case NE, NOT_IN -> same(test.operands()).negate();
      case CONTAINS -> contains(test);
      case NOT_CONTAINS -> contains(test).negate();
      case LT, LE, GT, GE -> ordered(test);
    };
  }

  private static Predicate<@Nullable Object> same(List<Operand> operands) {
    Operand first = operands.get(0);
    if (first.number()) {
      Set<Double> numbers = new HashSet<>();
      operands.forEach(o -> numbers.add(number(o)));
      return given -> given instanceof Number n && numbers.contains(n.doubleValue());
    }
    if (operands.size() == 1) {
      Object value = first.value();
      return value == null ? given -> given == null : value::equals;
    }
    Set<@Nullable Object> values = new HashSet<>();
    operands.forEach(o -> values.add(o.value()));
    return values::contains;
  }

  private static Predicate<@Nullable Object> contains(Test test) {
    Object value = test.operands().get(0).value();
    return given -> given instanceof Set<?> set && set.contains(value);
  }

  private static Predicate<@Nullable Object> ordered(Test test) {
    double limit = number(test.operands().get(0));
    return switch (test.op()) {
      case LT -> given -> given instanceof Number n && n.doubleValue() < limit;
      case LE -> given -> given instanceof Number n && n.doubleValue() <= limit;
      case GT -> given -> given instanceof Number n && n.doubleValue() > limit;
      default -> given -> given instanceof Number n && n.doubleValue() >= limit;
    };
  }

  private static double number(Operand operand) {
    return ((Number) java.util.Objects.requireNonNull(operand.value())).doubleValue();
  }
}
