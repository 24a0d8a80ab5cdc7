package dev.spotter.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many clients differ in what, and because of what, with the first of each by name. Grows with
 * the number of edits, not with that of clients. Not for two threads; those of several are added.
 */
public final class Totals {
  private final int limit;
  private long records;
  private long decided;
  private long changed;
  private final Map<String, Long> outcomes = new TreeMap<>();
  private final Map<Aspect, Group> aspects = new EnumMap<>(Aspect.class);
  private final Map<Aspect, Map<Reason, Group>> groups = new EnumMap<>(Aspect.class);

  /**
   * Clients of one kind.
   *
   * <p>{@code alone} counts those for whom nothing else is responsible.
   */
  public static final class Group {
    private long count;
    private long alone;
    private final Map<String, Long> shifts = new TreeMap<>();
    private final List<ClientChange> first = new ArrayList<>();

    /** All of them. */
    public long count() {
      return count;
    }

    /** Those of them for whom nothing else is responsible. */
    public long alone() {
      return alone;
    }

    /** How many by what shifted; a client may count under several. */
    public Map<String, Long> shifts() {
      return shifts;
    }

    /** The first of them, in the order of the input. */
    public List<ClientChange> first() {
      return first;
    }

    private void add(Group later, int limit) {
      count += later.count;
      alone += later.alone;
      later.shifts.forEach((shift, n) -> shifts.merge(shift, n, Long::sum));
      later.first.stream().limit(Math.max(0, limit - first.size())).forEach(first::add);
    }

    private void add(ClientChange client, List<String> shifted, boolean only, int limit) {
      count++;
      alone += only ? 1 : 0;
      shifted.forEach(shift -> shifts.merge(shift, 1L, Long::sum));
      if (first.size() < limit) {
        first.add(client);
      }
    }
  }

  /**
   * @param limit how many clients are kept by name in each group
   */
  public Totals(int limit) {
    this.limit = limit;
  }

  void add(Side before, Side after) {
    records++;
    decided += before instanceof Side.Decided && after instanceof Side.Decided ? 1 : 0;
    outcomes.merge("old " + word(before), 1L, Long::sum);
    outcomes.merge("new " + word(after), 1L, Long::sum);
  }

  private static String word(Side side) {
    return side instanceof Side.Decided d
        ? d.decision().level().word()
        : side instanceof Side.Failed ? "failed" : "rejected";
  }

  void add(ClientChange client) {
    changed++;
    client
        .shifts()
        .forEach(
            (aspect, shifts) -> {
              Set<Reason> reasons = client.reasons().getOrDefault(aspect, Set.of(Reason.UNKNOWN));
              boolean only = reasons.size() == 1;
              aspects.computeIfAbsent(aspect, a -> new Group()).add(client, shifts, only, 0);
              Map<Reason, Group> byReason =
                  groups.computeIfAbsent(aspect, a -> new LinkedHashMap<>());
              reasons.forEach(
                  reason ->
                      byReason
                          .computeIfAbsent(reason, r -> new Group())
                          .add(client, shifts, only, limit));
            });
  }

  /** Adds what was counted of later clients. */
  public void add(Totals later) {
    records += later.records;
    decided += later.decided;
    changed += later.changed;
    later.outcomes.forEach((word, n) -> outcomes.merge(word, n, Long::sum));
    later.aspects.forEach(
        (aspect, group) -> aspects.computeIfAbsent(aspect, a -> new Group()).add(group, 0));
    later.groups.forEach(
        (aspect, byReason) ->
            byReason.forEach(
                (reason, group) ->
                    groups
                        .computeIfAbsent(aspect, a -> new LinkedHashMap<>())
                        .computeIfAbsent(reason, r -> new Group())
                        .add(group, limit)));
  }

  /** All clients. */
  public long records() {
    return records;
  }

  /** Those for whom both states came to an answer. */
  public long decided() {
    return decided;
  }

  /** Those for whom anything differs. */
  public long changed() {
    return changed;
  }

  /** How many came out how: by level, {@code failed} or {@code rejected}, under the old rules. */
  public long before(String outcome) {
    return outcomes.getOrDefault("old " + outcome, 0L);
  }

  /** The same under the new rules. */
  public long after(String outcome) {
    return outcomes.getOrDefault("new " + outcome, 0L);
  }

  /** How many differ in this. */
  public long count(Aspect aspect) {
    Group group = aspects.get(aspect);
    return group == null ? 0 : group.count();
  }

  /** What differs for at least one client, the gravest first. */
  public Map<Aspect, Group> aspects() {
    return aspects;
  }

  /** By what is responsible, the greatest group first; a client may stand under several. */
  public Map<Reason, Group> groups(Aspect aspect) {
    Map<Reason, Group> sorted = new LinkedHashMap<>();
    groups.getOrDefault(aspect, Map.of()).entrySet().stream()
        .sorted(
            java.util.Comparator.comparing((Map.Entry<Reason, Group> e) -> -e.getValue().count())
                .thenComparing(e -> e.getKey().edit())
                .thenComparing(e -> e.getKey().rule()))
        .forEach(e -> sorted.put(e.getKey(), e.getValue()));
    return sorted;
  }

  /** True if for anybody the level fell, or is no longer known. */
  public boolean alarming() {
    return aspects.keySet().stream().anyMatch(Aspect::alarming);
  }
}
