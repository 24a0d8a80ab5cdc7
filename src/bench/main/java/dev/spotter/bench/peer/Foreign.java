package dev.spotter.bench.peer;

import java.util.BitSet;
import java.util.List;

/**
 * What an engine outside of Java came to, timed within its own process.
 *
 * @param name of the engine
 * @param micros for one client, warm
 * @param fired the rules that fired, for each client
 */
record Foreign(String name, double micros, List<BitSet> fired) {

  /** The same, if it fired what is right. */
  Foreign checked(List<BitSet> right) {
    for (int i = 0; i < right.size(); i++) {
      PeersCheck.differ(name, i, fired.get(i), right.get(i));
    }
    return this;
  }
}
