package dev.spotter.log;

import dev.spotter.history.TrainingHistory;
import dev.spotter.history.TrainingHistory.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Several files of one lifter as one log. A session that two files have is taken once: the fuller
 * of the two, for exports overlap, and an older one may end within a session.
 *
 * @param history the log; sessions oldest first
 * @param files what came of each, with a warning for every session that an earlier one has too
 */
public record Joined(TrainingHistory history, List<Imported> files) {
  public Joined {
    files = List.copyOf(files);
  }

  /**
   * Joins files, in order.
   *
   * @param files at least one
   */
  public static Joined of(List<Imported> files) {
    List<Session> joined = new ArrayList<>();
    List<Imported> told = new ArrayList<>();
    for (Imported file : files) {
      List<Session> before = List.copyOf(joined);
      List<Warning> warnings = new ArrayList<>(file.warnings());
      for (Session session : file.history().sessions()) {
        Session other = same(session, before);
        if (other == null) {
          joined.add(session);
        } else {
          warnings.add(new Warning(Reason.OTHER_FILE, 1, name(session)));
          int at = joined.indexOf(other);
          if (at >= 0 && sets(session) > sets(other)) {
            joined.set(at, session);
          }
        }
      }
      told.add(new Imported(file.source(), file.app(), file.history(), warnings, file.counts()));
    }
    joined.sort(
        Comparator.comparing(Session::date)
            .thenComparing(s -> s.start() == null ? s.date().atStartOfDay() : s.start()));
    return new Joined(new TrainingHistory(files.get(0).history().unit(), null, joined), told);
  }

  /** The same session in other files: of the same start, or of the same day where a time lacks. */
  private static @Nullable Session same(Session session, List<Session> others) {
    return others.stream()
        .filter(
            o ->
                (o.start() == null || session.start() == null)
                    ? o.date().equals(session.date())
                    : o.start().equals(session.start()))
        .findFirst()
        .orElse(null);
  }

  private static int sets(Session session) {
    return session.exercises().stream().mapToInt(e -> e.sets().size()).sum();
  }

  private static String name(Session session) {
    return session.start() == null ? session.date().toString() : session.start().toString();
  }
}
