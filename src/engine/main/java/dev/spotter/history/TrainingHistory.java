package dev.spotter.history;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was trained, as logged; loads in kilograms whatever the log's unit. Immutable.
 *
 * @param unit {@code kg} or {@code lb}: the unit that the client thinks in
 * @param zone of the local times, or null where not said
 * @param sessions in any order
 */
public record TrainingHistory(String unit, @Nullable ZoneId zone, List<Session> sessions) {
  /** Kilograms in a pound, exactly. */
  public static final double KG_PER_LB = 0.45359237;

  public TrainingHistory {
    sessions = List.copyOf(sessions);
  }

  /**
   * @param date the local day it began
   * @param start the local time it began, or null where the log has dates only
   * @param durationSec its length in seconds, or null
   * @param exercises in order
   */
  public record Session(
      LocalDate date,
      @Nullable LocalDateTime start,
      @Nullable Integer durationSec,
      List<Exercise> exercises) {
    /** Longer ones, in seconds, are forgotten timers (house). */
    public static final int LONGEST_SEC = 4 * 3600;

    public Session {
      exercises = List.copyOf(exercises);
    }
  }

  /** One exercise under the name it was logged by. */
  public record Exercise(String name, List<LiftedSet> sets) {
    public Exercise {
      sets = List.copyOf(sets);
    }
  }

  /**
   * One set.
   *
   * @param loadKg kilograms, or null for bodyweight and not logged
   * @param reps completed, or null
   * @param rpe 1 to 10, or null
   * @param rir reps in reserve, or null
   * @param kind {@code warmup}, {@code work}, {@code drop}, {@code failure}, or null where the log
   *     does not say
   */
  public record LiftedSet(
      @Nullable Double loadKg,
      @Nullable Integer reps,
      @Nullable Double rpe,
      @Nullable Double rir,
      @Nullable String kind) {
    /** More kilograms than this on one bar are a slip of the pen. */
    public static final double MOST_KG = 600;

    /** More repetitions than this in one set are a slip of the pen. */
    public static final int MOST_REPS = 100;
  }
}
