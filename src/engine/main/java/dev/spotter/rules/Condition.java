package dev.spotter.rules;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What one pattern demands of a fact, as a tree. */
public sealed interface Condition {

  /** Every test in the tree. */
  Stream<Test> tests();

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
