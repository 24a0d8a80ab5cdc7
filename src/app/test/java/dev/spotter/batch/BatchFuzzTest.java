package dev.spotter.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files of every kind: no crash, no hang, and nobody is lost on the way. */
class BatchFuzzTest {
  private static final long SEED = Long.getLong("spotter.seed", 20260302L);
  private static final int INPUTS = Integer.getInteger("spotter.fuzz", 300);

  @TempDir Path folder;

  @Test
  void everyRecordIsAccountedFor() throws IOException {
    System.out.println("batch fuzz: seed " + SEED);
    Random random = new Random(SEED);
    List<byte[]> files = files();
    for (int i = 0; i < INPUTS; i++) {
      int kind = random.nextInt(files.size());
      byte[] damaged = damage(files.get(kind), files.get(random.nextInt(files.size())), random);
      String name = List.of("f.ndjson", "f.json", "f.csv", "f.yaml", "f.ndjson.gz").get(kind);
      String what = "seed " + SEED + " input " + i + " as " + name;
      Path input = folder.resolve(name);
      Files.write(input, damaged);
      Path out = folder.resolve("out");
      Order order = Batches.order(out, Batches.SUMMARY, true, -1, input);
      Assertions.assertTimeoutPreemptively(
          Duration.ofSeconds(30), () -> accounted(order, out, what), what);
    }
  }

  private static void accounted(Order order, Path out, String what) throws IOException {
    try {
      Outcome outcome = Batches.run(order);
      long answers = Batches.lines(out.resolve("assessments.ndjson")).size();
      long rejected = Batches.lines(out.resolve("rejected.ndjson")).size();
      assertThat(answers).as(what).isEqualTo(outcome.assessed() + outcome.failed());
      assertThat(rejected).as(what).isEqualTo(outcome.rejected());
      assertThat(outcome.records()).as(what).isEqualTo(answers + rejected);
    } catch (BatchException e) {
      assertThat(e.fault()).as(what + e).isEqualTo(BatchException.Fault.INPUT);
    }
  }

  private static List<byte[]> files() throws IOException {
    List<String> clients = Batches.clients(12, 3);
    byte[] lines = String.join("\n", clients).getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(lines);
    }
    String table =
        "id,at,soreness.onset,client.conditions\na,,24-to-72h-after,\nb,2026-03-02T09:00:00Z,\"unknown\",none\nc,,,unknown\n";
    String yaml =
        "- id: a\n  soreness: {worst: 3}\n- id: b\n  nerves:\n    saddle: no\n---\nid: c\n";
    return List.of(
        lines,
        ("[" + String.join(",\n", clients) + "]").getBytes(StandardCharsets.UTF_8),
        table.getBytes(StandardCharsets.UTF_8),
        yaml.getBytes(StandardCharsets.UTF_8),
        packed.toByteArray());
  }

  private static byte[] damage(byte[] bytes, byte[] other, Random random) {
    byte[] copy = bytes.clone();
    switch (random.nextInt(3)) {
      case 0 -> {
        for (int i = 0; i <= random.nextInt(6); i++) {
          copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
        }
      }
      case 1 -> copy = Arrays.copyOf(copy, random.nextInt(copy.length) + 1);
      default -> {
        int at = random.nextInt(copy.length);
        int from = random.nextInt(other.length);
        byte[] spliced = Arrays.copyOf(copy, at + other.length - from);
        System.arraycopy(other, from, spliced, at, other.length - from);
        copy = spliced;
      }
    }
    return copy;
  }
}
