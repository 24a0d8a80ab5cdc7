package dev.spotter.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one pattern demands of a fact, as a tree. */
public sealed interface Condition {

  /** Every test in the tree. */
  Stream<Test> tests();

  /**
   * True if it may hold with this value in one field, whatever the other fields hold. For proposals
   * and hints; whether a rule fires is for the engine to say.
   *
   * @param value as rules see it: null for an open number or set
   */
  default boolean mayHold(String field, @Nullable Object value) {
    if (this instanceof All all) {
      return all.parts().stream().allMatch(p -> p.mayHold(field, value));
    }
    if (this instanceof Any any) {
      return any.parts().stream().anyMatch(p -> p.mayHold(field, value));
    }
    return !(this instanceof Test test) || !test.field().equals(field) || test.holds(value);
  }

  /** What it demands, one by one: the parts of an all of them, or itself. */
  default List<Condition> conjuncts() {
    return this instanceof All all
        ? all.parts().stream().flatMap(p -> p.conjuncts().stream()).toList()
        : List.of(this);
  }

  /** All of them hold. */
  record All(List<Condition> parts) implements Condition {
    @Override
    public Stream<Test> tests() {
      return parts.stream().flatMap(Condition::tests);
    }
  }

  /** At least one of them holds. */
  record Any(List<Condition> parts) implements Condition {
    @Override
    public Stream<Test> tests() {
      return parts.stream().flatMap(Condition::tests);
    }
  }

  /** {@code $name : field}: holds always, and gives the value a name. */
  record Bind(String name, String field, int offset) implements Condition {
    @Override
    public Stream<Test> tests() {
      return Stream.empty();
    }
  }

  /**
   * One comparison.
   *
   * @param field the fact's field
   * @param op how it is compared
   * @param operands what it is compared with; one, or several after in
   * @param offset where it begins in the file
   */
  record Test(String field, Op op, List<Operand> operands, int offset) implements Condition {
    @Override
    public Stream<Test> tests() {
      return Stream.of(this);
    }

    /** True if a value passes, as rules compare: null is neither more nor less than anything. */
    public boolean holds(@Nullable Object given) {
      return switch (op) {
        case EQ, IN -> operands.stream().anyMatch(o -> o.same(given));
        case NE, NOT_IN -> operands.stream().noneMatch(o -> o.same(given));
        case CONTAINS -> contains(given);
        case NOT_CONTAINS -> !contains(given);
        case LT, LE, GT, GE -> given instanceof Number number && ordered(number);
      };
    }

    private boolean contains(@Nullable Object given) {
      return given instanceof Set<?> set
          && operands.stream().anyMatch(o -> o.value() != null && set.contains(o.value()));
    }

    private boolean ordered(Number given) {
      if (!(operands.get(0).value() instanceof BigDecimal limit)) {
        return false;
      }
      int order = Double.compare(given.doubleValue(), limit.doubleValue());
      return switch (op) {
        case LT -> order < 0;
        case LE -> order <= 0;
        case GT -> order > 0;
        default -> order >= 0;
      };
    }

    /** True for {@code == null} and {@code != null}. */
    public boolean againstNull() {
      return operands.get(0).value() == null && operands.get(0).variable() == null;
    }

    /** As it is written in a rule. */
    @Override
    public String toString() {
      String values = operands.stream().map(Operand::toString).collect(Collectors.joining(", "));
      boolean list = op == Op.IN || op == Op.NOT_IN;
      return field + " " + op.sign() + " " + (list ? "( " + values + " )" : values);
    }
  }

  /**
   * A literal ({@code String}, {@code BigDecimal}, or null for the word null) or the name of a
   * bound variable.
   *
   * @param value the literal
   * @param variable the variable, or null for a literal
   * @param offset where it begins in the file
   */
  record Operand(@Nullable Object value, @Nullable String variable, int offset) {
    private boolean same(@Nullable Object given) {
      if (value instanceof BigDecimal number) {
        return given instanceof Number other && number.doubleValue() == other.doubleValue();
      }
      return value == null ? given == null && variable == null : value.equals(given);
    }

    /** True if it is a number. */
    public boolean number() {
      return value instanceof BigDecimal;
    }

    @Override
    public String toString() {
      return variable != null
          ? variable
          : value instanceof String ? '"' + value.toString() + '"' : String.valueOf(value);
    }
  }

  /** The comparisons that there are. */
  enum Op {
    EQ("=="),
    NE("!="),
    LT("<"),
    LE("<="),
    GT(">"),
    GE(">="),
    IN("in"),
    NOT_IN("not in"),
    CONTAINS("contains"),
    NOT_CONTAINS("not contains");

    private final String sign;

    Op(String sign) {
      this.sign = sign;
    }

    /** As it is written. */
    public String sign() {
      return sign;
    }

    /** True for the four that need an order. */
    public boolean ordering() {
      return this == LT || this == LE || this == GT || this == GE;
    }
  }
}
