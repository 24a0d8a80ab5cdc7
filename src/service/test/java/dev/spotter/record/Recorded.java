package dev.spotter.record;

import dev.spotter.Answer;
import dev.spotter.Spotter;
import dev.spotter.intake.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Records of tests and decisions to put into them. */
final class Recorded {
  static final Path ROOT =
      Path.of(System.getProperty("spotter.root", "../..")).toAbsolutePath().normalize();
  static final long SEED = Long.getLong("spotter.seed", System.nanoTime());

  private Recorded() {}

  static Spotter shipped() {
    return Spotter.load(ROOT.resolve("rules"));
  }

  static RecordSettings settings(String url, Path folder, String... masked) {
    return new RecordSettings(
        url, Keep.ALL, Set.of(masked), folder.resolve("site.key"), folder.resolve("anchor"));
  }

  static DecisionRecord sqlite(Path folder) {
    return DecisionRecord.open(
        settings("jdbc:sqlite:" + folder.resolve("record.db"), folder), "test");
  }

  /** A client as a caller would send it. */
  static String client(String id, Random random) {
    return """
        {"id": "%s", "soreness": {"onset": "%s", "worst": %d}, "client": {"age": %d},
         "nerves": {"saddle": "%s"},
         "history": {"unit": "lb", "sessions": [{"start": "2026-11-18", "exercises": [
           {"name": "deadlift", "sets": [{"load": %d.5, "reps": %d}]}]}]}}"""
        .formatted(
            id,
            random.nextBoolean() ? "24-to-72h-after" : "sudden-during-lift",
            random.nextInt(11),
            18 + random.nextInt(60),
            random.nextInt(4) == 0 ? "unknown" : "no",
            100 + random.nextInt(300),
            1 + random.nextInt(12));
  }

  static Decided decided(Spotter spotter, String client, boolean explain) {
    List<Reading> readings = new ArrayList<>();
    try {
      spotter.read(
          "request.json",
          new ByteArrayInputStream(client.getBytes(StandardCharsets.UTF_8)),
          readings::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Answer answer = Answer.to(readings.get(0), spotter, explain);
    if (!(readings.get(0) instanceof Reading.Read read) || answer.assessment() == null) {
      throw new AssertionError(answer.problems());
    }
    return new Decided(read.intake(), read.problems(), ZoneId.of("UTC"), answer.assessment());
  }

  static String keep(DecisionRecord record, Spotter spotter, String client) {
    return record
        .decided("tester", spotter.rules(), List.of(decided(spotter, client, false)))
        .get(0);
  }
}
