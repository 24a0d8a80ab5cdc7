package dev.spotter.prove;

import java.util.List;
import java.util.Map;

/**
 * What came of trying invariants.
 *
 * @param clients how many clients were tried
 * @param seed what they were drawn from
 * @param met for each invariant, how many of them it was about
 * @param settled the invariants that hold for every client without a log, whatever is answered, and
 *     how many cases stood for all of them
 * @param broken one client for each invariant that does not hold
 * @param fired for each rule, for how many of them it fired
 */
public record Proof(
    int clients,
    long seed,
    Map<Invariant, Integer> met,
    Map<Invariant, Integer> settled,
    List<Broken> broken,
    Map<String, Integer> fired) {

  /** Invariants that were about nobody, which hence say nothing. */
  public List<Invariant> vacuous() {
    return met.entrySet().stream().filter(e -> e.getValue() == 0).map(Map.Entry::getKey).toList();
  }

  /** True if there are invariants, each was about somebody, and none is broken. */
  public boolean holds() {
    return !met.isEmpty() && broken.isEmpty() && vacuous().isEmpty();
  }
}
