package dev.spotter.bench.peer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the rules of {@link ManualDrl} insert, and what they are given beside answers. */
public final class ManualFacts {
  private ManualFacts() {}

  /** How much of the weight of what was seen counts, by who saw it. */
  public record Observer(int percent) {}

  /** A cause, and where it starts. */
  public record Cause(String id, int start) {}

  /** A rule of the common part fired. */
  public record Fired(int rule) {}

  /** A rule's evidence. */
  public record Found(
      String rule, String cause, boolean supports, String group, String subtype, int points) {}

  /** There is evidence of this group. */
  public record Group(String cause, boolean supports, String group) {}

  /** What the evidence of a group counts. */
  public record Counted(String cause, boolean supports, String group, int points) {}

  /** The points of a cause. */
  public record Total(String cause, int points) {}

  /** A red flag. */
  public record Flag(String id, int level) {}

  /** How urgent. */
  public record Urgency(int level) {}

  /** The strongest in full, the next by half. */
  public static int counted(boolean supports, List<?> points) {
    List<Integer> sorted = new ArrayList<>();
    points.forEach(p -> sorted.add((Integer) p));
    sorted.sort(Comparator.reverseOrder());
    int sum = sorted.get(0) + (sorted.size() > 1 ? sorted.get(1) / 2 : 0);
    return supports ? sum : -sum;
  }
}
