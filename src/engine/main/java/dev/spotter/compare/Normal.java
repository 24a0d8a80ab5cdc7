package dev.spotter.compare;

import dev.spotter.rules.Action;
import dev.spotter.rules.Condition;
import dev.spotter.rules.Condition.Op;
import dev.spotter.rules.Condition.Operand;
import dev.spotter.rules.Pattern;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Conditions and actions in two forms: a key, equal for two that mean the same in whatever order
 * and spelling of numbers, and as they are written.
 */
final class Normal {
  private Normal() {}

  static String key(Pattern pattern) {
    return pattern.demand() + " " + pattern.type() + " " + key(pattern.condition());
  }

  static String key(Condition condition) {
    if (condition instanceof Condition.All) {
      return joined(parts(condition), " && ");
    }
    if (condition instanceof Condition.Any any) {
      return joined(alternatives(any), " || ");
    }
    return condition instanceof Condition.Test test ? key(test) : bind((Condition.Bind) condition);
  }

  private static String joined(List<Condition> parts, String sign) {
    String joined =
        parts.stream().map(Normal::key).distinct().sorted().collect(Collectors.joining(sign));
    return parts.size() == 1 ? joined : "( " + joined + " )";
  }

  private static String key(Condition.Test test) {
    String values =
        test.operands().stream()
            .map(Normal::key)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
    boolean one = test.operands().size() == 1;
    Op op = one && test.op() == Op.IN ? Op.EQ : one && test.op() == Op.NOT_IN ? Op.NE : test.op();
    return test.field() + " " + op.sign() + " " + values;
  }

  private static String key(Operand operand) {
    return operand.value() instanceof BigDecimal number
        ? number.stripTrailingZeros().toPlainString()
        : operand.toString();
  }

  private static String bind(Condition.Bind bind) {
    return bind.name() + " : " + bind.field();
  }

  /** What must all hold, however it is nested. */
  static List<Condition> parts(Condition condition) {
    if (!(condition instanceof Condition.All all)) {
      return List.of(condition);
    }
    List<Condition> parts = new ArrayList<>();
    all.parts().forEach(p -> parts.addAll(parts(p)));
    return parts;
  }

  private static List<Condition> alternatives(Condition condition) {
    if (!(condition instanceof Condition.Any any)) {
      return List.of(condition);
    }
    List<Condition> parts = new ArrayList<>();
    any.parts().forEach(p -> parts.addAll(alternatives(p)));
    return parts;
  }

  /** A pattern as it is written in a rule. */
  static String shown(Pattern pattern) {
    return shown(
        pattern,
        parts(pattern.condition()).stream().map(Normal::shown).collect(Collectors.joining(", ")));
  }

  /** One part of a pattern, within its fact's name. */
  static String shown(Pattern pattern, Condition part) {
    return shown(pattern, shown(part));
  }

  private static String shown(Pattern pattern, String inner) {
    String demand =
        switch (pattern.demand()) {
          case MATCH -> "";
          case NOT -> "not ";
          case EXISTS -> "exists ";
        };
    return demand + pattern.type() + (inner.isEmpty() ? "()" : "( " + inner + " )");
  }

  private static String shown(Condition condition) {
    if (condition instanceof Condition.Any any) {
      return any.parts().stream().map(Normal::nested).collect(Collectors.joining(" || "));
    }
    if (condition instanceof Condition.All all) {
      return all.parts().stream().map(Normal::nested).collect(Collectors.joining(" && "));
    }
    return condition instanceof Condition.Bind bind ? bind(bind) : condition.toString();
  }

  private static String nested(Condition part) {
    boolean group = part instanceof Condition.Any || part instanceof Condition.All;
    return group ? "( " + shown(part) + " )" : shown(part);
  }

  static String key(Action action) {
    return shown(action, action.calls().subList(0, 1))
        + action.calls().stream().skip(1).map(Normal::shown).sorted().toList();
  }

  /** An action as it is written, its factory alone. */
  static String head(Action action) {
    return shown(action, action.calls().subList(0, 1));
  }

  /** An action as it is written. */
  static String shown(Action action) {
    return shown(action, action.calls());
  }

  private static String shown(Action action, List<Action.Call> calls) {
    return action.type() + calls.stream().map(Normal::shown).collect(Collectors.joining());
  }

  static String shown(Action.Call call) {
    String argument = call.argument();
    return "." + call.name() + "(" + (argument == null ? "" : '"' + argument + '"') + ")";
  }
}
