package dev.spotter.history;

import dev.spotter.history.TrainingHistory.LiftedSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How heavy the session was, against the same lift before. Loads in kg; ratios to two decimals. */
final class Loads {
  private static final int MONTH = 30;
  private static final double JUMP = 1.10;

  private final Log log;
  private final Bout bout;
  private final Performed main;

  Loads(Log log, Bout bout, Performed main) {
    this.log = log;
    this.bout = bout;
    this.main = main;
  }

  /** The rep bands within which loads are compared: 1-2, 3-5, 6-8, 9 and more (KNOWLEDGE 4). */
  private static int band(int reps) {
    return reps <= 2 ? 0 : reps <= 5 ? 1 : reps <= 8 ? 2 : 3;
  }

  private Stream<Performed> sameLift(int days) {
    return log.before(bout, days).flatMap(b -> b.of(main.lift()).stream());
  }

  /** Heaviest load of the lift in the 30 days before; null if it was not done. */
  @Nullable Double usualTop() {
    return sameLift(MONTH).map(Performed::working).max(Double::compare).orElse(null);
  }

  /**
   * Top load against the heaviest of the 30 days before in the same lift and rep band; null without
   * one, or without a baseline. A rack pull is never held against a deficit pull, nor a single
   * against sets of five (house).
   */
  @Nullable Double topVsBest() {
    int band = band(main.topReps());
    Optional<Double> best =
        sameLift(MONTH)
            .flatMap(p -> p.serious().stream())
            .filter(s -> s.reps() != null && s.reps() >= 1 && band(s.reps()) == band)
            .map(s -> Objects.requireNonNull(s.loadKg()))
            .max(Double::compare);
    return log.hasBaseline(bout)
        ? best.map(b -> Measures.ratio(main.working(), b)).orElse(null)
        : null;
  }

  /**
   * Whether the load is more than 10 % above the heaviest of the 30 days before, as the question
   * has it.
   */
  @Nullable String jump() {
    Double usual = usualTop();
    return usual == null || !log.hasBaseline(bout)
        ? null
        : Measures.yesNo(Measures.ratio(main.working(), usual) > JUMP);
  }

  /**
   * Rise in per cent against the previous session with the same repetitions in the lift's top set.
   */
  @Nullable Double stepPercent() {
    List<Bout> before = log.before(bout);
    for (int i = before.size() - 1; i >= 0; i--) {
      Optional<Performed> then =
          before.get(i).of(main.lift()).filter(p -> p.topReps() == main.topReps());
      if (then.isPresent()) {
        return Measures.percent(Measures.ratio(main.working(), then.get().working()) - 1);
      }
    }
    return null;
  }

  /** Estimated maximum of the session. */
  @Nullable Double e1rm() {
    return OneRepMax.best(main.serious());
  }

  /** The best of the 90 days before. */
  @Nullable Double bestE1rm() {
    return log.bestE1rm(bout, main.lift());
  }

  /** The session's estimate against that best; null without a baseline. */
  @Nullable Double e1rmVsBest() {
    Double now = e1rm();
    Double best = bestE1rm();
    return now == null || best == null || !log.hasBaseline(bout) ? null : Measures.ratio(now, best);
  }

  /** The top load as a share of that best. */
  @Nullable Double share() {
    Double best = bestE1rm();
    return best == null ? null : Measures.ratio(main.working(), best);
  }

  /** Highest RPE of the session's hinge sets, or null. */
  @Nullable Double topRpe() {
    return main.serious().stream()
        .map(LiftedSet::rpe)
        .filter(Objects::nonNull)
        .max(Double::compare)
        .orElse(null);
  }

  /** Whether every work set was at RPE 9 or more; null if one has no RPE. */
  @Nullable String allAtNine() {
    if (main.work().isEmpty() || main.work().stream().anyMatch(s -> s.rpe() == null)) {
      return null;
    }
    return Measures.yesNo(main.work().stream().allMatch(s -> Objects.requireNonNull(s.rpe()) >= 9));
  }

  /** Yes if a set was logged as failed; else null, for most apps log no failures. */
  @Nullable String failed() {
    boolean failed =
        main.all().stream()
            .anyMatch(s -> "failure".equals(s.kind()) || Objects.equals(s.reps(), 0));
    return failed ? "yes" : null;
  }

  /**
   * Whether the estimated maximum fell twice running by more than 1 % (house); null with fewer than
   * three.
   */
  @Nullable String falling() {
    List<Double> latest = new ArrayList<>();
    estimate(bout, latest);
    List<Bout> before = log.before(bout);
    for (int i = before.size() - 1; i >= 0 && latest.size() < 3; i--) {
      estimate(before.get(i), latest);
    }
    return latest.size() < 3
        ? null
        : Measures.yesNo(
            latest.get(0) < 0.99 * latest.get(1) && latest.get(1) < 0.99 * latest.get(2));
  }

  private void estimate(Bout of, List<Double> estimates) {
    of.of(main.lift()).map(p -> OneRepMax.best(p.serious())).ifPresent(estimates::add);
  }
}
