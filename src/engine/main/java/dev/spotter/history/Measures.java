package dev.spotter.history;

import dev.spotter.fact.History;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The measures of a training log, as rules read them. Pure: the same log, clock and lifts give the
 * same measures, in whatever order the sessions stand.
 *
 * <p>Ratios are rounded to two decimals, so that weights converted from pounds (65.77 kg) do not
 * cross a threshold by their noise; shares in per cent to whole ones.
 */
public final class Measures {
  private Measures() {}

  /**
   * What the log says.
   *
   * @param later how many sessions lie after the clock; they were ignored
   */
  public record Result(History history, int later) {}

  /**
   * Measures a log.
   *
   * @param at the clock
   * @param zone the zone of the log's local times
   */
  public static Result of(
      TrainingHistory history, OffsetDateTime at, ZoneId zone, Exercises exercises) {
    LocalDateTime now = at.atZoneSameInstant(zone).toLocalDateTime();
    Log log = Log.of(history, now, exercises);
    Bout bout = log.last();
    return new Result(bout == null ? History.NONE : measure(log, bout, at, zone), log.later());
  }

  /** Measures the session that a log is seen from. */
  static History measure(Log log, Bout bout, OffsetDateTime at, ZoneId zone) {
    Performed main = bout.main().orElseThrow();
    Loads loads = new Loads(log, bout, main);
    Volumes volumes = new Volumes(log, bout);
    Recovery recovery = new Recovery(log, bout);
    Ramp ramp = new Ramp(log, bout);
    return new History(
        hoursSince(bout, at, zone),
        main.lift().variation(),
        main.working(),
        main.topReps() == 0 ? null : (Integer) main.topReps(),
        loads.topRpe(),
        loads.usualTop(),
        loads.topVsBest(),
        loads.stepPercent(),
        loads.jump(),
        main.work().size(),
        bout.volume(),
        volumes.vsBest(),
        volumes.vsMean(),
        volumes.jump(),
        loads.e1rm(),
        loads.bestE1rm(),
        loads.e1rmVsBest(),
        loads.share(),
        loads.allAtNine(),
        loads.failed(),
        volumes.layoffDays(),
        volumes.vsFormer(),
        volumes.topVsFormer(main),
        recovery.restDays(),
        recovery.hours(),
        recovery.wasSquat(),
        recovery.hardIn7Days(),
        recovery.perWeek(),
        log.hingeBefore(bout, 28).size(),
        ramp.sets(),
        ramp.biggestJumpPercent(),
        ramp.judged(),
        ramp.usuallyLogged(),
        volumes.weeksSinceEasy(),
        loads.falling());
  }

  /** Whole hours since the session ended, across changes of the clock; null for dates only. */
  private static @Nullable Integer hoursSince(Bout bout, OffsetDateTime at, ZoneId zone) {
    return bout.end() == null
        ? null
        : (int) Math.max(0, ChronoUnit.HOURS.between(bout.end().atZone(zone), at));
  }

  /** A ratio to two decimals. */
  static double ratio(double now, double before) {
    return Math.round(now / before * 100) / 100.0;
  }

  /** A share in whole per cent. */
  static double percent(double share) {
    return Math.round(share * 100);
  }

  static String yesNo(boolean yes) {
    return yes ? "yes" : "no";
  }
}
