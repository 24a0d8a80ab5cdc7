package dev.spotter.book;

import dev.spotter.rules.Condition;
import dev.spotter.rules.Condition.Op;
import dev.spotter.rules.Condition.Operand;
import dev.spotter.rules.Condition.Test;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins neighbours that compare one field in the same way, so that they can be said in one breath:
 * {@code kind != "a", kind != "b"} as neither a nor b. What holds stays the same.
 */
final class Merging {
  private Merging() {}

  /**
   * The parts, some of them joined.
   *
   * @param any true if one of them is enough, false if all must hold
   */
  static List<Condition> of(List<Condition> parts, boolean any) {
    List<Condition> merged = new ArrayList<>();
    for (Condition part : parts) {
      Condition before = merged.isEmpty() ? part : merged.get(merged.size() - 1);
      Test joined = merged.isEmpty() ? null : joined(before, part, any);
      if (joined == null) {
        merged.add(part);
      } else {
        merged.set(merged.size() - 1, joined);
      }
    }
    return merged;
  }

  private static @Nullable Test joined(Condition one, Condition other, boolean any) {
    if (!(one instanceof Test a) || !(other instanceof Test b) || !a.field().equals(b.field())) {
      return null;
    }
    Op op = together(a.op(), any);
    if (op == null || op != together(b.op(), any) || a.againstNull() || b.againstNull()) {
      return null;
    }
    List<Operand> operands = new ArrayList<>(a.operands());
    operands.addAll(b.operands());
    return new Test(a.field(), op, List.copyOf(operands), a.offset());
  }

  /** How two such comparisons are said as one, or null if they cannot be. */
  private static @Nullable Op together(Op op, boolean any) {
    return switch (op) {
      case EQ, IN -> any ? Op.IN : null;
      case CONTAINS -> any ? op : null;
      case NE, NOT_IN -> any ? null : Op.NOT_IN;
      case NOT_CONTAINS -> any ? null : op;
      default -> null;
    };
  }
}
