package dev.spotter.rules;

import java.util.List;

/**
 * One client's session: facts go in, rules fire, what they inserted comes out. For one thread, for
 * one client; to be closed.
 */
public interface WorkingMemory extends AutoCloseable {

  /** Puts a fact in. */
  void insert(Object fact);

  /**
   * Fires whatever matches, until nothing does.
   *
   * @throws RuleFailed if a rule threw; the memory can then only be closed
   */
  void fire();

  /**
   * What rules have inserted so far, once each however often a rule matched, in no order that means
   * anything.
   */
  List<Insertion> insertions();

  @Override
  void close();
}
