package dev.spotter.batch;

/**
 * How a run ended.
 *
 * @param records all that were cut off the input, over all runs that led here
 * @param assessed clients with an answer
 * @param failed clients whose rule failed
 * @param rejected records that were set aside
 * @param emergencies clients of the highest level
 * @param urgent clients of the next
 */
public record Outcome(
    Ending ending,
    long records,
    long assessed,
    long failed,
    long rejected,
    long emergencies,
    long urgent) {

  /** Why a run ended. */
  public enum Ending {
    FINISHED,
    /** Somebody asked to stop; the same command goes on. */
    INTERRUPTED,
    /** More was rejected than allowed; the same command goes on. */
    TOO_MANY_REJECTED
  }

  static Outcome of(Ending ending, Tally tally) {
    return new Outcome(
        ending,
        tally.records(),
        tally.assessed(),
        tally.failed(),
        tally.rejected(),
        tally.toCall(Call.LEVELS.get(1)),
        tally.toCall(Call.LEVELS.get(2)));
  }
}
