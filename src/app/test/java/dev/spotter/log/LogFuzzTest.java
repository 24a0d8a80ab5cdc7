package dev.spotter.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * Damaged exports: flipped, cut and spliced bytes. Each is read or refused, none throws or hangs,
 * and every row is accounted for.
 */
class LogFuzzTest {
  private static final long SEED = Long.getLong("spotter.seed", 20260302L);
  private static final Path LOGS =
      Path.of(System.getProperty("spotter.root", "../..")).resolve("facts/logs");

  @Test
  void noDamageEscapes() throws IOException {
    System.out.println("log fuzz: seed " + SEED);
    List<Path> files;
    try (Stream<Path> entries = Files.list(LOGS)) {
      files = entries.filter(f -> f.toString().endsWith(".csv")).sorted().toList();
    }
    assertThat(files).hasSizeGreaterThanOrEqualTo(4);
    Random random = new Random(SEED);
    int read = 0;
    for (int i = 0; i < 500; i++) {
      byte[] bytes = Files.readAllBytes(files.get(random.nextInt(files.size())));
      byte[] other = Files.readAllBytes(files.get(random.nextInt(files.size())));
      byte[] damaged = damage(bytes, other, random);
      String unit = List.of("kg", "lb", "").get(random.nextInt(3));
      String run = "seed " + SEED + " run " + i;
      Imported imported =
          Assertions.assertTimeoutPreemptively(
              Duration.ofSeconds(20), () -> attempt(damaged, unit), run);
      if (imported != null) {
        read++;
        addsUp(imported, run);
      }
    }
    assertThat(read).as("most damage leaves a log that can be read").isGreaterThan(200);
  }

  private static Imported attempt(byte[] damaged, String unit) {
    try {
      return Logs.read(damaged, unit.isEmpty() ? null : unit);
    } catch (LogRefused e) {
      assertThat(e.getMessage()).isNotBlank();
      return null;
    }
  }

  private static void addsUp(Imported imported, String run) {
    Counts counts = imported.counts();
    int aside = counts.setAside().values().stream().mapToInt(Integer::intValue).sum();
    long told = imported.warnings().stream().filter(w -> w.reason().setsAside()).count();
    int sets =
        imported.history().sessions().stream()
            .flatMap(s -> s.exercises().stream())
            .mapToInt(e -> e.sets().size())
            .sum();
    assertThat(counts.rows()).as(run).isEqualTo(counts.kept() + aside);
    assertThat(told).as(run).isEqualTo(aside);
    assertThat(sets).as(run).isEqualTo(counts.sets());
    assertThat(imported.warnings()).as(run).allMatch(w -> w.line() >= 1);
  }

  private static byte[] damage(byte[] bytes, byte[] other, Random random) {
    byte[] copy = bytes.clone();
    switch (random.nextInt(4)) {
      case 0 -> {
        for (int i = 0; i <= random.nextInt(8); i++) {
          copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
      }
      case 1 -> copy = Arrays.copyOf(copy, random.nextInt(copy.length) + 1);
      case 2 -> {
        int at = random.nextInt(copy.length);
        byte[] spliced = Arrays.copyOf(copy, at + other.length);
        System.arraycopy(other, 0, spliced, at, other.length);
        copy = spliced;
      }
      default -> {
        byte[] steering = {'"', ',', ';', '\n', '\r', '\t', '-', '/', ' ', '0'};
        for (int i = 0; i <= random.nextInt(20); i++) {
          copy[random.nextInt(copy.length)] = steering[random.nextInt(steering.length)];
        }
      }
    }
    return copy;
  }
}
