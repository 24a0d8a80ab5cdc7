package dev.spotter.service;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;

/**
 * Which tokens were used, until they end anyway. What is full refuses: to forget one would let it
 * be used again. Safe for many threads.
 */
final class Replays {
  private final int most;
  private final Set<String> used = new HashSet<>();
  private final Queue<Used> byEnd = new PriorityQueue<>(Comparator.comparing(Used::end));

  private record Used(String id, Instant end) {}

  Replays(int most) {
    this.most = most;
  }

  /** True if this one was not used before, and now is. */
  synchronized boolean first(String id, Instant end, Instant now) {
    for (Used oldest = byEnd.peek();
        oldest != null && oldest.end().isBefore(now);
        oldest = byEnd.peek()) {
      used.remove(oldest.id());
      byEnd.remove();
    }
    if (used.size() >= most || !used.add(id)) {
      return false;
    }
    byEnd.add(new Used(id, end));
    return true;
  }
}
