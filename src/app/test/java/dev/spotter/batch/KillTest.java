package dev.spotter.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process killed at any moment, and the same command again: the same bytes. */
class KillTest {
  private static final long SEED = Long.getLong("spotter.seed", System.nanoTime());
  private static final int KILLS = 5;
  private static final List<String> FILES =
      List.of(
          "assessments.ndjson", "rejected.ndjson", "call-today.csv", "summary.json", "report.html");

  @TempDir Path folder;

  @Test
  void killedAgainAndAgain() throws Exception {
    System.out.println("kill: seed " + SEED);
    Random random = new Random(SEED);
    Path input = folder.resolve("clients.ndjson");
    try (OutputStream out = Files.newOutputStream(input)) {
      Generate.write(Batches.RULES, 6_000, 9, out);
      out.write("{\"id\": \"not closed\"\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      Generate.write(Batches.RULES, 2_000, 10, out);
    }
    Path whole = folder.resolve("whole");
    assertThat(start(input, whole).waitFor()).isEqualTo(4);
    Path out = folder.resolve("out");
    int killed = 0;
    for (int i = 0; i < KILLS; i++) {
      killed += kill(start(input, out), out, i, random) ? 1 : 0;
    }
    System.out.println("killed " + killed + " times, at last at " + records(out));
    assertThat(killed).isPositive();
    assertThat(start(input, out).waitFor()).isIn(4, 2);
    for (String name : FILES) {
      assertThat(out.resolve(name)).hasSameBinaryContentAs(whole.resolve(name));
    }
  }

  @Test
  void aPoliteSignalCommitsAndSaysHowToGoOn() throws Exception {
    Path input = folder.resolve("clients.ndjson");
    try (OutputStream out = Files.newOutputStream(input)) {
      Generate.write(Batches.RULES, 8_000, 9, out);
    }
    Path out = folder.resolve("polite");
    Process process = start(input, out);
    while (process.isAlive() && records(out).isEmpty()) {
      Thread.sleep(20);
    }
    Thread.sleep(300);
    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(130);
    assertThat(Files.readString(folder.resolve("err.txt"))).contains("goes on from here");
  }

  /** Waits for some checkpoints, and a little more. */
  private static boolean kill(Process process, Path out, int round, Random random)
      throws IOException, InterruptedException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    int more = round == 0 ? 0 : 1 + random.nextInt(3);
    String before = records(out);
    while (process.isAlive() && System.nanoTime() < until) {
      String now = records(out);
      if (!now.isEmpty() && !now.equals(before)) {
        before = now;
        if (more-- <= 1) {
          break;
        }
      }
      Thread.sleep(3);
    }
    Thread.sleep(random.nextInt(100));
    boolean alive = process.isAlive();
    process.destroyForcibly();
    process.waitFor();
    return alive;
  }

  private static String records(Path out) throws IOException {
    Path checkpoint = out.resolve("checkpoint.json");
    return Files.exists(checkpoint)
        ? Files.readString(checkpoint)
            .lines()
            .filter(l -> l.contains("position"))
            .toList()
            .toString()
        : "";
  }

  private Process start(Path input, Path out) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "dev.spotter.app.Main",
                "batch",
                input.toString(),
                "--out",
                out.toString(),
                "--commit-every",
                "500",
                "--rules",
                Batches.ROOT.resolve("rules").toString()));
    return new ProcessBuilder(command)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(folder.resolve("err.txt").toFile())
        .start();
  }
}
