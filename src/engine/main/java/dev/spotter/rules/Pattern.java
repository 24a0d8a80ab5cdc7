package dev.spotter.rules;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One pattern of a rule's conditions.
 *
 * @param demand whether there must be such a fact
 * @param type the fact's name
 * @param condition what is demanded of it
 * @param offset where it begins in the file
 */
public record Pattern(Demand demand, String type, Condition condition, int offset) {

  /** Whether there must be such a fact, and how it is said. */
  public enum Demand {
    MATCH,
    EXISTS,
    NOT
  }

  /** Every comparison in it. */
  public Stream<Condition.Test> tests() {
    return condition.tests();
  }

  /** The test by which it names the one cause that it speaks of, or null. */
  public Condition.@Nullable Test cause() {
    return condition.conjuncts().stream()
        .filter(Condition.Test.class::isInstance)
        .map(Condition.Test.class::cast)
        .filter(t -> t.field().equals("cause") && t.op() == Condition.Op.EQ)
        .filter(t -> t.operands().get(0).value() instanceof String)
        .findFirst()
        .orElse(null);
  }
}
