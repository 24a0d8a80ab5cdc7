package dev.spotter.log;

import dev.spotter.history.TrainingHistory;
import dev.spotter.history.TrainingHistory.LiftedSet;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads made-up exports, with the clock at noon on 1 June 2026. */
final class Logs {
  static final OffsetDateTime NOW = OffsetDateTime.of(2026, 6, 1, 12, 0, 0, 0, ZoneOffset.UTC);

  private Logs() {}

  static Imported read(String text) {
    return read(text, null);
  }

  static Imported read(String text, @Nullable String unit) {
    return read(text.getBytes(StandardCharsets.UTF_8), unit);
  }

  static Imported read(byte[] bytes, @Nullable String unit) {
    return new LogReader(new LogReader.Settings(unit, NOW, ZoneOffset.UTC)).read("log.csv", bytes);
  }

  /** What is odd, as {@code line code}. */
  static List<String> odd(Imported imported) {
    return imported.warnings().stream().map(w -> w.line() + " " + w.reason().code()).toList();
  }

  /** Every set, as {@code exercise load x reps @rpe kind}, what is not known left out. */
  static List<String> sets(Imported imported) {
    return imported.history().sessions().stream()
        .flatMap(s -> s.exercises().stream())
        .flatMap(Logs::sets)
        .toList();
  }

  private static Stream<String> sets(TrainingHistory.Exercise exercise) {
    return exercise.sets().stream().map(s -> exercise.name() + " " + shown(s));
  }

  private static String shown(LiftedSet set) {
    return (set.loadKg() == null ? "-" : Math.round(set.loadKg() * 100) / 100.0)
        + "x"
        + (set.reps() == null ? "-" : set.reps())
        + (set.rpe() == null ? "" : "@" + set.rpe())
        + (set.rir() == null ? "" : " rir " + set.rir())
        + (set.kind() == null ? "" : " " + set.kind());
  }
}
