package dev.spotter.assess;

import dev.spotter.fact.Completeness;
import dev.spotter.fact.Triage;
import dev.spotter.fact.Verdict;
import dev.spotter.rules.Insertion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a session left behind.
 *
 * @param insertions what rules inserted, once each, in the order of rules and then of their
 *     actions: actions are literals, so a rule inserts the same facts however often it fires
 * @param sums the causes, best first
 */
record Outcome(
    List<Insertion> insertions,
    List<Weighing.Sum> sums,
    Triage triage,
    Verdict verdict,
    Completeness completeness) {

  private static final Comparator<Insertion> IN_ORDER =
      Comparator.comparingInt(i -> i.rule().order());

  Outcome {
    List<Insertion> sorted = new ArrayList<>(insertions);
    sorted.sort(IN_ORDER);
    insertions = Collections.unmodifiableList(sorted);
  }

  /** The insertions of one kind of fact. */
  Stream<Insertion> of(Class<?> type) {
    return insertions.stream().filter(i -> type.isInstance(i.fact()));
  }
}
