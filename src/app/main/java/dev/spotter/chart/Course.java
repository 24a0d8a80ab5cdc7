package dev.spotter.chart;

import dev.spotter.history.Exercises;
import dev.spotter.history.Timeline;
import dev.spotter.history.Timeline.Moment;
import dev.spotter.history.TrainingHistory;
import dev.spotter.log.Joined;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A log and what it measured, session by session.
 *
 * @param log the files it came from
 * @param timeline every session that loaded the back
 * @param at the clock
 * @param zone of the log's local times
 * @param lift the lift to follow, by id; null where no session loaded the back
 * @param others exercises that load no back, or that we do not know, with how many sets of each;
 *     most sets first
 */
public record Course(
    Joined log,
    Timeline timeline,
    OffsetDateTime at,
    ZoneId zone,
    @Nullable String lift,
    Map<String, Integer> others) {

  /** The lift to follow is not in the log; the message names those that are. */
  public static final class NoSuchLift extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchLift(String message) {
      super(message);
    }
  }

  /**
   * Follows a log.
   *
   * @param lift the lift to follow, by id or by any of its names; null for the one of the session
   *     in question
   * @throws NoSuchLift if the log has no such lift
   */
  public static Course of(
      Joined log, OffsetDateTime at, ZoneId zone, Exercises exercises, @Nullable String lift) {
    Timeline timeline = Timeline.of(log.history(), at, zone, exercises);
    Course course = new Course(log, timeline, at, zone, null, others(log.history(), exercises));
    Map<String, Integer> lifts = course.lifts();
    String wanted = lift == null ? course.usual() : exercises.canonical(lift);
    if (wanted != null && !lifts.containsKey(wanted)) {
      throw new NoSuchLift(
          "the log has no " + lift + "; it has " + String.join(", ", lifts.keySet()));
    }
    return new Course(log, timeline, at, zone, wanted, course.others());
  }

  private static Map<String, Integer> others(TrainingHistory history, Exercises exercises) {
    Map<String, Integer> sets = new LinkedHashMap<>();
    history.sessions().stream()
        .flatMap(s -> s.exercises().stream())
        .filter(e -> exercises.find(e.name()) == null)
        .forEach(e -> sets.merge(e.name(), e.sets().size(), Integer::sum));
    return sorted(sets);
  }

  private static Map<String, Integer> sorted(Map<String, Integer> counts) {
    Map<String, Integer> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Comparator.comparing((Map.Entry<String, Integer> e) -> -e.getValue()))
        .forEach(e -> sorted.put(e.getKey(), e.getValue()));
    return sorted;
  }

  /** The lifts that load the back, by id, with how many sessions of each; most sessions first. */
  public Map<String, Integer> lifts() {
    Map<String, Integer> sessions = new LinkedHashMap<>();
    timeline.moments().stream()
        .flatMap(m -> m.lifts().stream())
        .forEach(d -> sessions.merge(d.lift(), 1, Integer::sum));
    return sorted(sessions);
  }

  private @Nullable String usual() {
    Moment question = inQuestion();
    return question != null ? question.main() : lifts().keySet().stream().findFirst().orElse(null);
  }

  /** The session in question: the last with work of the deadlift family; null if there is none. */
  public @Nullable Moment inQuestion() {
    List<Moment> hinges = hinges();
    return hinges.isEmpty() ? null : hinges.get(hinges.size() - 1);
  }

  /** True for the session in question alone: a twin of the same day may read the same. */
  @SuppressWarnings("ReferenceEquality")
  boolean asks(Moment moment) {
    return moment == inQuestion();
  }

  /** Sessions with work of the deadlift family. */
  public List<Moment> hinges() {
    return timeline.moments().stream().filter(m -> m.main() != null).toList();
  }

  /** The sessions of the lift that is followed, and what was done of it in each. */
  public Map<Moment, Timeline.Done> followed() {
    Map<Moment, Timeline.Done> followed = new LinkedHashMap<>();
    for (Moment moment : timeline.moments()) {
      Timeline.Done done = lift == null ? null : moment.of(lift);
      if (done != null) {
        followed.put(moment, done);
      }
    }
    return followed;
  }

  /** The unit that the lifter thinks in. */
  public Unit unit() {
    return Unit.of(log.history().unit());
  }

  /** The lift to show for a session: the one followed, else its heaviest. */
  Timeline.Done shown(Moment moment) {
    List<String> wanted = new ArrayList<>();
    if (lift != null) {
      wanted.add(lift);
    }
    if (moment.main() != null) {
      wanted.add(0, moment.main());
    }
    return wanted.stream()
        .map(moment::of)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(moment.lifts().get(0));
  }
}
