package dev.spotter.assess;

import dev.spotter.fact.Evidence;
import dev.spotter.fact.Evidence.Strength;
import dev.spotter.rules.Insertion;
import dev.spotter.rules.Rule;
import dev.spotter.rules.Scale;
import dev.spotter.vocabulary.Cause;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds up evidence in whole points: per cause, group and direction the strongest finding counts in
 * full, the next by half, no more; a rule counts once however often it matched. The order in which
 * rules fired changes nothing.
 */
final class Weighing {
  private static final Comparator<Sum> BEST_FIRST =
      Comparator.comparingInt(Sum::standing)
          .thenComparingInt(s -> s.cause().start())
          .reversed()
          .thenComparing(s -> s.cause().id());

  private final Scale scale;
  private final int observedPercent;
  private final int[] points = new int[Strength.values().length];

  /**
   * @param observer the answer to who saw the technique, or null where open
   */
  Weighing(Scale scale, @Nullable Object observer) {
    this.scale = scale;
    String answer = observer == null ? "unknown" : String.valueOf(observer);
    this.observedPercent = scale.percent().getOrDefault(answer, 100);
    scale.points().forEach((strength, worth) -> points[strength.ordinal()] = worth);
  }

  /** A piece of evidence, with what it weighs and what of that counts. */
  record Weighed(Rule rule, Evidence evidence, int points, int counted) {
    /** True if both speak for, or both against, by one group; a rule without one is its own. */
    private boolean joins(Weighed other) {
      return evidence.supports() == other.evidence.supports()
          && (evidence.group() == null
              ? other.evidence.group() == null && rule.name().equals(other.rule.name())
              : evidence.group().equals(other.evidence.group()));
    }

    /** True if it is the same finding, matched once more. */
    private boolean repeats(Weighed other) {
      return evidence.supports() == other.evidence.supports()
          && rule.name().equals(other.rule.name())
          && Objects.equals(evidence.subtype(), other.evidence.subtype());
    }

    private Weighed counting(int share) {
      return share == counted ? this : new Weighed(rule, evidence, points, share);
    }

    /** Puts the heaviest first. */
    private static int order(Weighed a, Weighed b) {
      if (a.points != b.points) {
        return Integer.compare(b.points, a.points);
      }
      int order = Integer.compare(a.rule.order(), b.rule.order());
      return order == 0
          ? String.valueOf(a.evidence.subtype()).compareTo(String.valueOf(b.evidence.subtype()))
          : order;
    }
  }

  /**
   * A cause with its sum.
   *
   * @param points all that counts, added up
   * @param standing the points that it is ranked by: short of likely where the evidence that it
   *     must have is missing
   * @param lacks the groups of which it lacks evidence and so stands lower; empty where it does not
   * @param word how likely, by its standing
   */
  record Sum(
      Cause cause,
      int points,
      int standing,
      Set<String> lacks,
      String word,
      List<Weighed> items,
      @Nullable String subtype,
      boolean mayLead) {}

  /**
   * One sum for each cause, best first; one that may not lead never stands first. Of equal sums the
   * commoner cause comes first: the one with the higher start, then by id.
   */
  List<Sum> sums(Collection<Cause> causes, List<Insertion> insertions) {
    Map<String, List<Weighed>> found = evidence(insertions);
    List<Sum> sums = new ArrayList<>();
    for (Cause cause : causes) {
      sums.add(sum(cause, found.getOrDefault(cause.id(), List.of())));
    }
    sums.sort(BEST_FIRST);
    for (int i = 0; i < sums.size(); i++) {
      if (sums.get(i).mayLead()) {
        sums.add(0, sums.remove(i));
        break;
      }
    }
    return sums;
  }

  private Sum sum(Cause cause, List<Weighed> found) {
    List<Weighed> items = counted(found);
    int points = cause.start();
    for (Weighed item : items) {
      points += item.evidence().supports() ? item.counted() : -item.counted();
    }
    boolean mayLead = speaksFor(cause.leadsWith(), items);
    Set<String> wanted = mayLead ? cause.likelyWith() : cause.leadsWith();
    boolean held = points >= scale.likely() && !speaksFor(wanted, items);
    int standing = held ? scale.likely() - 1 : points;
    return new Sum(
        cause,
        points,
        standing,
        held ? wanted : Set.of(),
        scale.word(standing),
        items,
        subtype(found),
        mayLead);
  }

  /** True if something of one of these groups counts for the cause, or no group is asked for. */
  private static boolean speaksFor(Set<String> groups, List<Weighed> items) {
    for (Weighed item : items) {
      String group = item.evidence().group();
      if (group != null
          && item.evidence().supports()
          && item.counted() > 0
          && groups.contains(group)) {
        return true;
      }
    }
    return groups.isEmpty();
  }

  /** What was found of each cause, the heaviest first. */
  private Map<String, List<Weighed>> evidence(List<Insertion> insertions) {
    Map<String, List<Weighed>> byCause = new HashMap<>();
    for (Insertion insertion : insertions) {
      if (insertion.fact() instanceof Evidence evidence) {
        int points = points(evidence);
        Weighed found = new Weighed(insertion.rule(), evidence, points, points);
        List<Weighed> items = byCause.computeIfAbsent(evidence.cause(), c -> new ArrayList<>());
        if (!repeats(items, found)) {
          items.add(found);
        }
      }
    }
    byCause.values().forEach(items -> items.sort(Weighed::order));
    return byCause;
  }

  private static boolean repeats(List<Weighed> items, Weighed found) {
    for (Weighed item : items) {
      if (found.repeats(item)) {
        return true;
      }
    }
    return false;
  }

  private int points(Evidence evidence) {
    Strength strength = Objects.requireNonNull(evidence.strength(), "evidence without a strength");
    int full = points[strength.ordinal()];
    return evidence.observed() ? full * observedPercent / 100 : full;
  }

  /** Of items sorted by weight, what each counts. */
  private static List<Weighed> counted(List<Weighed> items) {
    List<Weighed> counted = new ArrayList<>(items.size());
    for (Weighed item : items) {
      int before = 0;
      for (Weighed other : counted) {
        before += item.joins(other) ? 1 : 0;
      }
      int share = before == 0 ? item.points() : before == 1 ? item.points() / 2 : 0;
      counted.add(item.counting(share));
    }
    return counted;
  }

  /** The subtype with most points among the evidence marked with one; null for none or a tie. */
  private static @Nullable String subtype(List<Weighed> items) {
    Map<String, List<Weighed>> marked = new HashMap<>(2);
    for (Weighed item : items) {
      if (item.evidence().subtype() != null) {
        marked.computeIfAbsent(item.evidence().subtype(), s -> new ArrayList<>()).add(item);
      }
    }
    String best = null;
    int most = 0;
    boolean tie = false;
    for (Map.Entry<String, List<Weighed>> entry : marked.entrySet()) {
      int sum = 0;
      for (Weighed item : counted(entry.getValue())) {
        sum += item.evidence().supports() ? item.counted() : -item.counted();
      }
      if (sum > most) {
        best = entry.getKey();
        most = sum;
        tie = false;
      } else if (sum == most) {
        tie = true;
      }
    }
    return tie ? null : best;
  }
}
