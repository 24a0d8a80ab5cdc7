package dev.spotter.history;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How rested the back was. A hard session is one at RPE 8, 80 % of the maximum, or mean volume
 * (KNOWLEDGE 4).
 */
final class Recovery {
  private static final double HARD_RPE = 8;
  private static final double HARD_SHARE = 0.80;

  private final Log log;
  private final Bout bout;
  private final @Nullable Bout lastHard;

  Recovery(Log log, Bout bout) {
    this.log = log;
    this.bout = bout;
    this.lastHard = lastHard();
  }

  private @Nullable Bout lastHard() {
    List<Bout> before = log.before(bout);
    for (int i = before.size() - 1; i >= 0; i--) {
      if (hard(before.get(i))) {
        return before.get(i);
      }
    }
    return null;
  }

  private boolean hard(Bout past) {
    if (!past.isBackOrLegs()) {
      return false;
    }
    boolean effort =
        past.lifts().stream()
            .filter(l -> l.lift().isDeadlift() || l.lift().isSquat())
            .anyMatch(
                l ->
                    l.serious().stream().anyMatch(s -> s.rpe() != null && s.rpe() >= HARD_RPE)
                        || heavy(past, l));
    double mean =
        log.before(past, 28)
            .filter(Bout::isBackOrLegs)
            .mapToDouble(Bout::volume)
            .average()
            .orElse(Double.MAX_VALUE);
    return effort || past.volume() >= mean;
  }

  private boolean heavy(Bout past, Performed lift) {
    Double best = log.bestE1rm(past, lift.lift());
    return best != null && lift.working() >= HARD_SHARE * best;
  }

  /** Full days of rest since the last hard back or leg session, or null if the log has none. */
  @Nullable Integer restDays() {
    return lastHard == null ? null : Math.max(0, Log.days(lastHard, bout) - 1);
  }

  /** Hours from the end of that session to the start of this; null for logs with dates only. */
  @Nullable Integer hours() {
    return lastHard == null || lastHard.end() == null || bout.start() == null
        ? null
        : (int) Math.max(0, ChronoUnit.HOURS.between(lastHard.end(), bout.start()));
  }

  /** Whether that hard session was squats and no deadlifts. */
  @Nullable String wasSquat() {
    return lastHard == null ? null : Measures.yesNo(!lastHard.isHinge());
  }

  /** Hard sessions in the seven days up to and with this one. */
  int hardIn7Days() {
    long before = log.before(bout, 6).filter(this::hard).count();
    return (int) before + (hard(bout) ? 1 : 0);
  }

  /** Hinge sessions a week over the 28 days before; null if the log does not reach that far. */
  @Nullable Integer perWeek() {
    boolean covered = Log.days(log.bouts().get(0), bout) >= 28;
    return covered ? (int) Math.round(log.hingeBefore(bout, 28).size() / 4.0) : null;
  }
}
