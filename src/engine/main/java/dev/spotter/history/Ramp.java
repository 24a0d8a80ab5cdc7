package dev.spotter.history;

import dev.spotter.history.TrainingHistory.LiftedSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the session built up to its working weight (KNOWLEDGE 5, all limits house). A warm-up that
 * was not logged is unknown, unless this person usually logs one.
 */
final class Ramp {
  private static final int SESSIONS_TO_TELL = 5;
  private static final double USUALLY = 0.6;
  private static final double JUMPS_FROM = 0.40;
  private static final double EASY = 0.60;
  private static final double HEAVY = 0.80;

  private final Log log;
  private final Bout bout;
  private final Performed first;

  Ramp(Log log, Bout bout) {
    this.log = log;
    this.bout = bout;
    this.first = firstHinge(bout);
  }

  private static Performed firstHinge(Bout bout) {
    return bout.lifts().stream().filter(l -> l.lift().isDeadlift()).findFirst().orElseThrow();
  }

  /**
   * Whether at least 60 % of earlier sessions have a build-up logged; null with fewer than five.
   */
  @Nullable String usuallyLogged() {
    List<Bout> earlier = log.before(bout).stream().filter(Bout::isHinge).toList();
    if (earlier.size() < SESSIONS_TO_TELL) {
      return null;
    }
    long logged = earlier.stream().filter(b -> !firstHinge(b).ramp().isEmpty()).count();
    return Measures.yesNo(logged >= USUALLY * earlier.size());
  }

  private boolean absenceTells() {
    return "yes".equals(usuallyLogged());
  }

  /** True if squats or another lift that loads the back came before: half a warm-up. */
  private boolean preceded() {
    return bout.lifts().indexOf(first) > 0;
  }

  /** Build-up sets; null if none are logged and that tells nothing. */
  @Nullable Integer sets() {
    int sets = first.ramp().size();
    return sets > 0 || (absenceTells() && !preceded()) ? (Integer) sets : null;
  }

  /**
   * Greatest step between neighbouring loads on the way to the working weight, in per cent of it,
   * among steps that begin at 40 % of it or more; null without build-up sets.
   */
  @Nullable Double biggestJumpPercent() {
    if (first.ramp().isEmpty()) {
      return null;
    }
    double working = first.working();
    List<Double> loads = new ArrayList<>();
    first.ramp().stream().map(s -> Objects.requireNonNull(s.loadKg())).forEach(loads::add);
    loads.add(working);
    double biggest = 0;
    for (int i = 1; i < loads.size(); i++) {
      if (loads.get(i - 1) >= JUMPS_FROM * working) {
        biggest = Math.max(biggest, loads.get(i) - loads.get(i - 1));
      }
    }
    return Measures.percent(biggest / working);
  }

  /**
   * None, inadequate or adequate; null without an estimated maximum, or if absence tells nothing.
   */
  @Nullable String judged() {
    Double best = log.bestE1rm(bout, first.lift());
    if (best == null) {
      return null;
    }
    double share = first.working() / best;
    if (share < EASY) {
      return "adequate";
    }
    if (first.ramp().isEmpty()) {
      return preceded() ? "inadequate" : absenceTells() ? "none" : null;
    }
    return share > HEAVY ? verdict(3, 0.75, 25) : verdict(2, 0.60, 40);
  }

  private String verdict(int sets, double last, double jump) {
    double heaviest =
        Stream.of(first.ramp())
            .flatMap(List::stream)
            .map(LiftedSet::loadKg)
            .mapToDouble(Objects::requireNonNull)
            .max()
            .orElse(0);
    Double biggest = biggestJumpPercent();
    boolean adequate =
        first.ramp().size() >= sets
            && heaviest >= last * first.working()
            && biggest != null
            && biggest <= jump;
    return adequate ? "adequate" : "inadequate";
  }
}
