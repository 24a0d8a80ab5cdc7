package dev.spotter.batch;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts of what came of clients, and the first of those to be called. Not for two threads. */
final class Tally {
  /** How many of each level are named in the report. */
  static final int NAMED = 200;

  /** What is counted, each by name. */
  enum Of {
    /** Assessed clients by level. */
    LEVEL,
    /** Assessed clients by the cause that stands first. */
    FIRST,
    /** Assessed clients by verdict. */
    VERDICT,
    /** Assessed clients for whom a rule fired. */
    RULE,
    /** Assessed clients whose answer to a question is missing though it applies. */
    MISSING,
    /** Failed clients by the rule that failed. */
    FAILED_RULE,
    /** Rejected records by reason. */
    REJECTED,
    /** Assessed clients by source. */
    SOURCE_ASSESSED,
    /** Failed clients by source. */
    SOURCE_FAILED,
    /** Rejected records by source. */
    SOURCE_REJECTED
  }

  private final Map<Of, Map<String, Count>> counts = new EnumMap<>(Of.class);
  private final Map<String, List<Call>> calls = new TreeMap<>();

  private static final class Count {
    long n;
  }

  void count(Of of, String name) {
    count(of, name, 1);
  }

  void count(Of of, String name, long more) {
    counts.computeIfAbsent(of, o -> new HashMap<>()).computeIfAbsent(name, k -> new Count()).n +=
        more;
  }

  void call(Call call) {
    List<Call> named = calls.computeIfAbsent(call.level(), l -> new ArrayList<>());
    if (named.size() < NAMED) {
      named.add(call);
    }
  }

  /** Adds what was counted of later records. */
  void add(Tally later) {
    later.counts.forEach((of, names) -> names.forEach((name, c) -> count(of, name, c.n)));
    later.calls.values().forEach(list -> list.forEach(this::call));
  }

  /** By name, in order of name. */
  Map<String, Long> of(Of of) {
    Map<String, Long> sorted = new TreeMap<>();
    counts.getOrDefault(of, Map.of()).forEach((name, count) -> sorted.put(name, count.n));
    return sorted;
  }

  long of(Of of, String name) {
    Count count = counts.getOrDefault(of, Map.of()).get(name);
    return count == null ? 0 : count.n;
  }

  private long all(Of of) {
    return counts.getOrDefault(of, Map.of()).values().stream().mapToLong(c -> c.n).sum();
  }

  long assessed() {
    return all(Of.LEVEL);
  }

  long failed() {
    return all(Of.FAILED_RULE);
  }

  long rejected() {
    return all(Of.REJECTED);
  }

  long records() {
    return assessed() + failed() + rejected();
  }

  /** How many must be called for this level. */
  long toCall(String level) {
    return level.equals(Call.FAILED) ? failed() : of(Of.LEVEL, level);
  }

  /** The first of those to be called, worst first and then in the order of the input. */
  List<Call> calls() {
    return Call.LEVELS.stream()
        .flatMap(level -> calls.getOrDefault(level, List.of()).stream())
        .limit(NAMED)
        .toList();
  }

  /** The first of each level, for a checkpoint. */
  List<Call> named() {
    return calls.values().stream().flatMap(List::stream).toList();
  }
}
