package dev.spotter.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.Shipped;
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
 * Damaged files: flipped, cut and spliced bytes. Each is read or rejected, none throws or hangs.
 */
class FuzzTest {
  private static final long SEED = Long.getLong("spotter.seed", 20260302L);

  @Test
  void noDamageEscapes() throws IOException {
    System.out.println("fuzz: seed " + SEED);
    List<Path> files;
    try (Stream<Path> entries = Files.list(Shipped.ROOT.resolve("facts/clients"))) {
      files = entries.sorted().toList();
    }
    // Compiled here and not within the first run, whose time is limited.
    Shipped.rules();
    Random random = new Random(SEED);
    for (int i = 0; i < 2_000; i++) {
      Path file = files.get(random.nextInt(files.size()));
      byte[] damaged =
          damage(
              Files.readAllBytes(file),
              Files.readAllBytes(files.get(random.nextInt(files.size()))),
              random);
      String name = file.getFileName().toString();
      List<Reading> readings =
          Assertions.assertTimeoutPreemptively(
              Duration.ofSeconds(10),
              () -> Readings.of(name, damaged),
              "seed " + SEED + " run " + i);
      assertThat(readings).as("seed " + SEED + " run " + i).isNotEmpty();
      for (Reading reading : readings) {
        assertThat(reading instanceof Reading.Read || !reading.problems().isEmpty()).isTrue();
      }
    }
  }

  static byte[] damage(byte[] bytes, byte[] other, Random random) {
    if (bytes.length == 0) {
      return other;
    }
    byte[] copy = bytes.clone();
    switch (random.nextInt(3)) {
      case 0 -> {
        for (int i = 0; i <= random.nextInt(4); i++) {
          copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
      }
      case 1 -> copy = Arrays.copyOf(copy, random.nextInt(copy.length) + 1);
      default -> {
        int at = random.nextInt(copy.length);
        byte[] spliced = Arrays.copyOf(copy, at + other.length);
        System.arraycopy(other, 0, spliced, at, other.length);
        copy = spliced;
      }
    }
    return copy;
  }
}
