package dev.spotter.rules;

import java.util.stream.Stream;

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
}
