package dev.spotter.history;

import dev.spotter.fact.History;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A log session by session: what each measured as if the clock had stood at its end, so that a
 * session of last year is held against what was usual then. Pure, like {@link Measures}.
 *
 * @param moments every session up to the clock that loaded the back, oldest first
 * @param later how many sessions lie after the clock; they were ignored
 */
public record Timeline(List<Moment> moments, int later) {
  public Timeline {
    moments = List.copyOf(moments);
  }

  /**
   * One session. Loads and volumes in kg.
   *
   * @param date the local day
   * @param start the local time, or null where the log has dates only
   * @param lifts what was done, in order, one entry a lift that loads the back
   * @param main the heaviest lift of the deadlift family, by id; null if there was none
   * @param volumeKg hinge volume, as in {@link History#volumeLoadKg}
   * @param meanVolumeKg that of the mean session of the 28 days before; null without a baseline
   * @param measures as rules read them; null for a session without work of the deadlift family
   */
  public record Moment(
      LocalDate date,
      @Nullable LocalDateTime start,
      List<Done> lifts,
      @Nullable String main,
      double volumeKg,
      @Nullable Double meanVolumeKg,
      @Nullable History measures) {
    public Moment {
      lifts = List.copyOf(lifts);
    }

    /** What was done of one lift, or null. */
    public @Nullable Done of(String lift) {
      return lifts.stream().filter(d -> d.lift().equals(lift)).findFirst().orElse(null);
    }
  }

  /**
   * One lift of one session.
   *
   * @param lift its id in exercises.yaml
   * @param topKg the heaviest load done for at least one repetition, warm-ups left out
   * @param topReps repetitions in the set of that load; 0 if that set was a drop set
   * @param workSets number of work sets (KNOWLEDGE 5)
   * @param volumeKg load times repetitions of the work sets, by the lift's share
   * @param e1rmKg the estimated one-repetition maximum; null where it cannot be told
   */
  public record Done(
      String lift,
      double topKg,
      int topReps,
      int workSets,
      double volumeKg,
      @Nullable Double e1rmKg) {}

  /**
   * Measures every session of a log.
   *
   * @param at the clock: later sessions are ignored
   * @param zone the zone of the log's local times
   */
  public static Timeline of(
      TrainingHistory history, OffsetDateTime at, ZoneId zone, Exercises exercises) {
    Log log = Log.whole(history, at.atZoneSameInstant(zone).toLocalDateTime(), exercises);
    return new Timeline(
        log.bouts().stream().map(b -> moment(log.seenFrom(b), b, zone)).toList(), log.later());
  }

  private static Moment moment(Log log, Bout bout, ZoneId zone) {
    LocalDateTime end = bout.end() == null ? bout.day().atTime(23, 59, 59) : bout.end();
    boolean hinge = bout.isHinge();
    return new Moment(
        bout.day(),
        bout.start(),
        bout.lifts().stream().map(Timeline::done).toList(),
        bout.main().map(main -> main.lift().id()).orElse(null),
        bout.volume(),
        hinge ? new Volumes(log, bout).mean() : null,
        hinge ? Measures.measure(log, bout, end.atZone(zone).toOffsetDateTime(), zone) : null);
  }

  private static Done done(Performed lift) {
    return new Done(
        lift.lift().id(),
        lift.working(),
        lift.topReps(),
        lift.work().size(),
        lift.volume(),
        OneRepMax.best(lift.serious()));
  }
}
