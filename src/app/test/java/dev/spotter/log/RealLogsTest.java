package dev.spotter.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.spotter.history.TrainingHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real exports, which may not be copied into the project: skipped where they are absent. The totals
 * were counted with awk, apart from this code.
 */
class RealLogsTest {
  private static final Path LOGS =
      Path.of(System.getProperty("spotter.root", "../.."))
          .toAbsolutePath()
          .normalize()
          .resolve("../shared/training-logs")
          .normalize();
  private static final OffsetDateTime NOW =
      OffsetDateTime.of(2026, 12, 1, 12, 0, 0, 0, ZoneOffset.UTC);

  private static Imported read(String file, @Nullable String unit) throws IOException {
    assumeTrue(Files.isDirectory(LOGS), "no real exports at " + LOGS);
    return new LogReader(new LogReader.Settings(unit, NOW, ZoneOffset.UTC))
        .read(file, Files.readAllBytes(LOGS.resolve(file)));
  }

  private static double loadTimesReps(TrainingHistory history) {
    return history.sessions().stream()
        .flatMap(s -> s.exercises().stream())
        .flatMap(e -> e.sets().stream())
        .filter(s -> s.loadKg() != null && s.reps() != null)
        .mapToDouble(s -> Objects.requireNonNull(s.loadKg()) * Objects.requireNonNull(s.reps()))
        .sum();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # file, unit, rows, sets, sessions, kg x reps, set aside and odd by code
          strong_old_kg_mlahoz_2017-06_2017-10.csv, -, 524, 499, 38, 106777.710, no-load 87 timed 25
          strong_semicolon_kg_cmccorkle21_2023-01_2023-02.csv, -, 521, 517, 42, 185564.321, no-load 15 timed 4 two-sessions 5
          strong_german_header_Eliah3.csv, kg, 364, 171, 13, 4738.000, empty 3 no-load 147 rest-timer 180 timed 10
          fitnotes_lbs_wmgriffi3_2019-01_2019-06.csv, -, 2027, 2006, 92, 456294.556, empty 1 no-load 283 timed 20
          fitnotes_unitcol_bilallb_2025-04_2025-05.csv, -, 511, 511, 23, 73611.250, mended 31
          openpowerlifting_entries_jamesmeadows.csv, -, 2, 5, 2, 425.000, meets 1
          """)
  void theTotalsAreThoseCountedApart(
      String file, @Nullable String unit, int rows, int sets, int sessions, double kg, String odd)
      throws IOException {
    Imported imported = read(file, unit);
    Counts counts = imported.counts();
    assertThat(counts.rows()).isEqualTo(rows);
    assertThat(counts.sets()).isEqualTo(sets);
    assertThat(imported.history().sessions()).hasSize(sessions);
    assertThat(loadTimesReps(imported.history())).isCloseTo(kg, within(0.001));
    Map<String, Integer> codes = new TreeMap<>();
    imported.warnings().forEach(w -> codes.merge(w.reason().code(), 1, Integer::sum));
    StringBuilder told = new StringBuilder();
    codes.forEach((code, n) -> told.append(code).append(' ').append(n).append(' '));
    assertThat(told.toString().strip()).isEqualTo(odd);
    assertThat(
            imported.history().sessions().stream()
                .flatMap(s -> s.exercises().stream())
                .mapToInt(e -> e.sets().size())
                .sum())
        .isEqualTo(sets);
  }

  @Test
  void aRealFileWithoutAUnitIsRefused() {
    assumeTrue(Files.isDirectory(LOGS), "no real exports at " + LOGS);
    assertThatThrownBy(() -> read("strong_german_header_Eliah3.csv", null))
        .isInstanceOf(LogRefused.class)
        .hasMessageContaining("--unit kg or --unit lb");
  }
}
