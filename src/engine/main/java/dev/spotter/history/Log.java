package dev.spotter.history;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A log up to the clock, oldest first, seen from the session in question: the last one with work of
 * the deadlift family.
 *
 * @param bouts every session that loaded the back, up to the one in question
 * @param places where each stands, by identity: two sessions of one day may read the same
 * @param last the session in question
 * @param later how many sessions lie after the clock and were ignored
 */
record Log(
    List<Bout> bouts, IdentityHashMap<Bout, Integer> places, @Nullable Bout last, int later) {
  /** Fewer hinge sessions than this in six weeks are no baseline (KNOWLEDGE 4, house). */
  private static final int BASELINE_SESSIONS = 3;

  private static final int BASELINE_DAYS = 42;

  /** A log seen from its last hinge session. */
  static Log of(TrainingHistory history, LocalDateTime now, Exercises exercises) {
    Log whole = whole(history, now, exercises);
    Bout last = whole.bouts().stream().filter(Bout::isHinge).reduce((a, b) -> b).orElse(null);
    return last == null
        ? new Log(List.of(), new IdentityHashMap<>(), null, whole.later())
        : whole.seenFrom(last);
  }

  /** Every session up to the clock that loaded the back, seen from none of them. */
  static Log whole(TrainingHistory history, LocalDateTime now, Exercises exercises) {
    List<Bout> bouts = new ArrayList<>();
    int later = 0;
    for (TrainingHistory.Session session : merged(history.sessions())) {
      boolean after =
          session.start() == null
              ? session.date().isAfter(now.toLocalDate())
              : session.start().isAfter(now);
      if (after) {
        later++;
      } else {
        bouts.add(Bout.of(session, exercises));
      }
    }
    bouts.removeIf(b -> b.lifts().isEmpty());
    bouts.sort(
        Comparator.comparing(Bout::day)
            .thenComparing(b -> b.start() == null ? b.day().atStartOfDay() : b.start())
            .thenComparingDouble(Bout::volume));
    IdentityHashMap<Bout, Integer> places = new IdentityHashMap<>();
    for (int i = 0; i < bouts.size(); i++) {
      places.put(bouts.get(i), i);
    }
    return new Log(bouts, places, null, later);
  }

  /** The same log as it stood when that session ended. */
  Log seenFrom(Bout bout) {
    return new Log(bouts.subList(0, place(bout) + 1), places, bout, later);
  }

  private int place(Bout bout) {
    return Objects.requireNonNull(places.get(bout));
  }

  /** Entries that begin at the same minute are one session; a repeated entry is one entry. */
  private static Collection<TrainingHistory.Session> merged(
      List<TrainingHistory.Session> sessions) {
    Map<Object, TrainingHistory.Session> merged = new LinkedHashMap<>();
    for (TrainingHistory.Session session : new LinkedHashSet<>(sessions)) {
      Object key = session.start() == null ? session : session.start();
      merged.merge(key, session, Log::join);
    }
    return merged.values();
  }

  private static TrainingHistory.Session join(
      TrainingHistory.Session one, TrainingHistory.Session other) {
    List<TrainingHistory.Exercise> exercises = new ArrayList<>(one.exercises());
    exercises.addAll(other.exercises());
    return new TrainingHistory.Session(one.date(), one.start(), one.durationSec(), exercises);
  }

  /** Sessions before a given one, no more than so many days before it. */
  Stream<Bout> before(Bout bout, int days) {
    LocalDate from = bout.day().minusDays(days);
    List<Bout> before = before(bout);
    int first = before.size();
    while (first > 0 && !before.get(first - 1).day().isBefore(from)) {
      first--;
    }
    return before.subList(first, before.size()).stream();
  }

  /** Sessions before a given one. */
  List<Bout> before(Bout bout) {
    return bouts.subList(0, place(bout));
  }

  /** Hinge sessions before a given one, no more than so many days before it. */
  List<Bout> hingeBefore(Bout bout, int days) {
    return before(bout, days).filter(Bout::isHinge).toList();
  }

  /** The last hinge sessions before a given one, oldest first, no more than so many. */
  List<Bout> lastHinges(Bout bout, int most) {
    List<Bout> before = before(bout);
    List<Bout> last = new ArrayList<>();
    for (int i = before.size() - 1; i >= 0 && last.size() < most; i--) {
      if (before.get(i).isHinge()) {
        last.add(0, before.get(i));
      }
    }
    return last;
  }

  /** True if what was usual before a session can be told. */
  boolean hasBaseline(Bout bout) {
    return hingeBefore(bout, BASELINE_DAYS).size() >= BASELINE_SESSIONS;
  }

  /** Whole days between two sessions. */
  static int days(Bout earlier, Bout later) {
    return (int) ChronoUnit.DAYS.between(earlier.day(), later.day());
  }

  /** The best estimated maximum of a lift in the 90 days before a session, in kg, or null. */
  @Nullable Double bestE1rm(Bout bout, Exercises.Lift lift) {
    return before(bout, 90)
        .flatMap(b -> b.of(lift).stream())
        .map(p -> OneRepMax.best(p.serious()))
        .filter(v -> v != null)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
