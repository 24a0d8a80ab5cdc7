package dev.spotter.log;

import dev.spotter.history.TrainingHistory.LiftedSet;
import dev.spotter.history.TrainingHistory.Session;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gathers rows into sessions: those of one start and title. Knows a row that stands twice: with a
 * set number, right among the same exercise's sets; and, with or without one, where a session that
 * had ended comes again, as when an export was pasted behind another.
 */
final class Sessions {
  private final Dates dates;
  private final Numerals numerals;
  private final Map<OpenSession.Key, OpenSession> open = new LinkedHashMap<>();
  private final Set<LocalDate> days = new HashSet<>();
  private @Nullable OpenSession current;

  Sessions(Dates dates, Numerals numerals) {
    this.dates = dates;
    this.numerals = numerals;
  }

  /**
   * Adds a row's set to its session.
   *
   * @param numbered whether the row has a set number, so that two equal ones are one
   * @param odd what is odd about the session is added here, once
   * @return false if the row stands there already
   */
  boolean add(Cells cells, Dates.When when, LiftedSet set, boolean numbered, Set<Reason> odd) {
    OpenSession.Key key = OpenSession.key(when, cells.text(Column.TITLE));
    if (current == null || !current.key().equals(key)) {
      if (current != null) {
        current.leave();
      }
      current = open.get(key);
    }
    String exercise = Ledger.plain(cells.text(Column.EXERCISE));
    List<String> row = List.copyOf(cells.fields());
    if (current != null && current.repeats(row, exercise, numbered)) {
      return false;
    }
    if (current == null) {
      current = opened(key, cells, odd);
    }
    current.add(row, exercise, set);
    return true;
  }

  /** The same set once more. */
  void again(LiftedSet set) {
    if (current != null) {
      current.again(set);
    }
  }

  private OpenSession opened(OpenSession.Key key, Cells cells, Set<Reason> odd) {
    OpenSession session = new OpenSession(key);
    open.put(key, session);
    if (!days.add(key.date())) {
      odd.add(Reason.TWO_SESSIONS);
    }
    Double seconds = seconds(cells, key.start());
    if (seconds == null || seconds < 0) {
      odd.add(Reason.BAD_LENGTH);
    } else if (seconds > Session.LONGEST_SEC) {
      odd.add(Reason.FORGOTTEN_TIMER);
    } else if (seconds > 0) {
      session.lasted(seconds.intValue());
    }
    return session;
  }

  /** The session's length; 0 where the file tells none, null where what it tells is none. */
  private @Nullable Double seconds(Cells cells, @Nullable LocalDateTime start) {
    if (cells.filled(Column.DURATION_SEC)) {
      return numerals.of(cells.text(Column.DURATION_SEC));
    }
    if (cells.filled(Column.DURATION_MIN)) {
      Double minutes = numerals.of(cells.text(Column.DURATION_MIN));
      return minutes == null ? null : Double.valueOf(minutes * 60);
    }
    if (cells.filled(Column.DURATION)) {
      Integer seconds = Lengths.seconds(cells.text(Column.DURATION));
      return seconds == null ? null : Double.valueOf(seconds);
    }
    Dates.When end = cells.filled(Column.END) ? dates.of(cells.text(Column.END)) : null;
    if (cells.filled(Column.END) && end == null) {
      return null;
    }
    return end == null || end.start() == null || start == null
        ? Double.valueOf(0)
        : Double.valueOf((double) Duration.between(start, end.start()).toSeconds());
  }

  /** All of them, oldest first. */
  List<Session> finished() {
    return open.values().stream()
        .map(OpenSession::session)
        .sorted(
            Comparator.comparing(Session::date)
                .thenComparing(s -> s.start() == null ? s.date().atStartOfDay() : s.start()))
        .toList();
  }
}
