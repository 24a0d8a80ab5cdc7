package dev.spotter.rules;

import dev.spotter.rules.Condition.Op;
import dev.spotter.rules.Condition.Operand;
import dev.spotter.rules.Condition.Test;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** A condition made ready to be asked of many clients; it holds just when {@link Test} says so. */
interface SlotCheck {

  /**
   * @param values of one client, each in its slot
   */
  boolean holds(@Nullable Object[] values);

  /**
   * @param slot where the fields that the condition names stand
   * @throws IllegalArgumentException if it compares with another fact's value
   */
  static SlotCheck of(Condition condition, ToIntFunction<String> slot) {
    if (condition instanceof Condition.All all) {
      SlotCheck[] parts = parts(all.parts(), slot);
      return values -> {
        for (SlotCheck part : parts) {
          if (!part.holds(values)) {
            return false;
          }
        }
        return true;
      };
    }
    if (condition instanceof Condition.Any any) {
      return any(parts(any.parts(), slot));
    }
    if (condition instanceof Test test) {
      return of(test, slot.applyAsInt(test.field()));
    }
    return values -> true;
  }

  private static SlotCheck[] parts(List<Condition> parts, ToIntFunction<String> slot) {
    return parts.stream().map(p -> of(p, slot)).toArray(SlotCheck[]::new);
  }

  private static SlotCheck of(Test test, int slot) {
    List<Operand> operands = test.operands();
    return switch (test.op()) {
      case EQ, IN -> among(operands, slot);
      case NE, NOT_IN -> not(among(operands, slot));
      case CONTAINS -> contains(operands, slot);
      case NOT_CONTAINS -> not(contains(operands, slot));
      case LT, LE, GT, GE -> ordered(test.op(), limit(operands.get(0)), slot);
    };
  }

  static SlotCheck not(SlotCheck check) {
    return values -> !check.holds(values);
  }

  /** True if one of them holds. */
  static SlotCheck any(SlotCheck... checks) {
    if (checks.length == 1) {
      return checks[0];
    }
    return values -> {
      for (SlotCheck check : checks) {
        if (check.holds(values)) {
          return true;
        }
      }
      return false;
    };
  }

  private static SlotCheck among(List<Operand> operands, int slot) {
    return any(operands.stream().map(o -> same(o, slot)).toArray(SlotCheck[]::new));
  }

  private static SlotCheck same(Operand operand, int slot) {
    Object literal = literal(operand);
    if (literal == null) {
      return values -> values[slot] == null;
    }
    if (literal instanceof BigDecimal number) {
      double wanted = number.doubleValue();
      return values -> values[slot] instanceof Number given && given.doubleValue() == wanted;
    }
    return values -> literal.equals(values[slot]);
  }

  private static SlotCheck contains(List<Operand> operands, int slot) {
    Object literal = literal(operands.get(0));
    return values -> literal != null && values[slot] instanceof Set<?> set && set.contains(literal);
  }

  private static SlotCheck ordered(Op op, double limit, int slot) {
    return switch (op) {
      case LT -> values -> values[slot] instanceof Number given && given.doubleValue() < limit;
      case LE -> values -> values[slot] instanceof Number given && given.doubleValue() <= limit;
      case GT -> values -> values[slot] instanceof Number given && given.doubleValue() > limit;
      default -> values -> values[slot] instanceof Number given && given.doubleValue() >= limit;
    };
  }

  private static double limit(Operand operand) {
    return literal(operand) instanceof BigDecimal number ? number.doubleValue() : Double.NaN;
  }

  private static @Nullable Object literal(Operand operand) {
    if (operand.variable() != null) {
      throw new IllegalArgumentException("compares with " + operand.variable());
    }
    return operand.value();
  }
}
