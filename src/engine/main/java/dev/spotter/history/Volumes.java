package dev.spotter.history;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much work the session was, against the sessions before. Volumes in kg; ratios to two
 * decimals.
 */
final class Volumes {
  private static final int MONTH = 30;
  private static final double JUMP = 1.10;
  private static final int LAYOFF = 14;
  private static final int FORMER = 3;
  private static final double EASY = 0.5;
  private static final int WEEKS_SEEN = 9;

  private final Log log;
  private final Bout bout;

  Volumes(Log log, Bout bout) {
    this.log = log;
    this.bout = bout;
  }

  /**
   * Against the largest session of the 30 days before (S40 by analogy); null without a baseline.
   */
  @Nullable Double vsBest() {
    double best = log.hingeBefore(bout, MONTH).stream().mapToDouble(Bout::volume).max().orElse(0);
    return best > 0 && log.hasBaseline(bout) ? Measures.ratio(bout.volume(), best) : null;
  }

  /**
   * Against the mean session of the 28 days before: description only, it counts for nothing (S40,
   * S42).
   */
  @Nullable Double vsMean() {
    Double mean = mean();
    return mean == null ? null : Measures.ratio(bout.volume(), mean);
  }

  /** The volume of the mean session of the 28 days before, in kg; null without a baseline. */
  @Nullable Double mean() {
    double mean = log.hingeBefore(bout, 28).stream().mapToDouble(Bout::volume).average().orElse(0);
    return mean > 0 && log.hasBaseline(bout) ? mean : null;
  }

  /**
   * Whether it is more than 10 % above the largest of the 30 days before, as the question has it.
   */
  @Nullable String jump() {
    Double ratio = vsBest();
    return ratio == null ? null : Measures.yesNo(ratio > JUMP);
  }

  /** Days since the hinge session before, or null if there is none. */
  @Nullable Integer layoffDays() {
    List<Bout> before = log.lastHinges(bout, 1);
    return before.isEmpty() ? null : Log.days(before.get(0), bout);
  }

  /**
   * The last three hinge sessions before a break of two weeks or more; none if there was no break.
   */
  private List<Bout> former() {
    Integer layoff = layoffDays();
    return layoff == null || layoff < LAYOFF ? List.of() : log.lastHinges(bout, FORMER);
  }

  /** After a break: the volume against the mean of the last three sessions before it. */
  @Nullable Double vsFormer() {
    double mean = former().stream().mapToDouble(Bout::volume).average().orElse(0);
    return mean > 0 ? Measures.ratio(bout.volume(), mean) : null;
  }

  /**
   * After a break: the top load against the best of the last three sessions before it, same lift.
   */
  @Nullable Double topVsFormer(Performed main) {
    double best =
        former().stream()
            .flatMap(b -> b.of(main.lift()).stream())
            .mapToDouble(Performed::working)
            .max()
            .orElse(0);
    return best > 0 ? Measures.ratio(main.working(), best) : null;
  }

  /**
   * Whole weeks since the last one with half the usual volume or less, a week off included; null if
   * the log covers fewer than nine weeks (house).
   */
  @Nullable Integer weeksSinceEasy() {
    Bout first = log.bouts().get(0);
    int weeks = (int) (ChronoUnit.DAYS.between(first.day(), bout.day()) / 7);
    if (weeks < WEEKS_SEEN) {
      return null;
    }
    double[] volume = new double[weeks];
    for (Bout past : log.bouts()) {
      int week = Log.days(past, bout) / 7;
      if (week < weeks) {
        volume[week] += past.volume();
      }
    }
    double mean = java.util.Arrays.stream(volume).average().orElse(0);
    for (int week = 1; week < weeks; week++) {
      if (volume[week] <= EASY * mean) {
        return week - 1;
      }
    }
    return weeks;
  }
}
