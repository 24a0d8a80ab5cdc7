package dev.spotter.batch;

import com.sun.management.OperatingSystemMXBean;
import dev.spotter.assess.Assessor;
import dev.spotter.assess.Decision;
import dev.spotter.intake.Reading;
import dev.spotter.rules.HandWritten;
import dev.spotter.rules.RuleFiles;
import dev.spotter.rules.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a batch costs with the rule engine and with the same rules written as Java: {@code
 * dev.spotter.batch.BatchCost RULES INPUT OUT ROUNDS}. Both read the same records with the same
 * parser and write the same bytes, which is checked; they take turns in one process.
 */
public final class BatchCost {
  private static final OffsetDateTime NOW =
      OffsetDateTime.of(2026, 3, 2, 9, 0, 0, 0, ZoneOffset.UTC);
  private static final Form FORM = new Form(Form.Detail.summary, Form.File.ndjson, List.of());
  private static final int SAMPLE = 60_000;

  private BatchCost() {}

  /** The cost of one run: processor time of all threads, and time on the clock, in seconds. */
  private record Cost(double cpu, double wall, long records) {
    double microseconds() {
      return cpu * 1e6 / records;
    }
  }

  public static void main(String[] args) throws IOException {
    RuleSet rules = RuleSet.of(RuleFiles.read(List.of(Path.of(args[0]))));
    RuleSet written = HandWritten.of(rules);
    String input = args[1];
    Path out = Path.of(args[2]);
    int rounds = Integer.parseInt(args[3]);
    int workers = Runtime.getRuntime().availableProcessors();
    System.out.printf(
        Locale.ROOT,
        "%d rules, %d workers, heap %d MB, Java %s%n",
        rules.rules().size(),
        workers,
        Runtime.getRuntime().maxMemory() >> 20,
        Runtime.version());
    long sample = 0;
    for (int round = 1; round <= rounds; round++) {
      Cost engine = run(rules, input, out.resolve("engine"), workers);
      Cost java = run(written, input, out.resolve("java"), workers);
      for (String file : List.of("assessments.ndjson", "rejected.ndjson", "summary.json")) {
        long differs = Files.mismatch(out.resolve("engine/" + file), out.resolve("java/" + file));
        if (differs >= 0) {
          throw new IllegalStateException(file + " differs at byte " + differs);
        }
      }
      System.out.printf(
          Locale.ROOT,
          "round %d, %d records: Spotter %.0f us of processor each (%.0f a second and core, %.0f s"
              + " on the clock); hand-written %.0f us (%.0f a second and core, %.0f s); ratio %.2f;"
              + " same bytes%n",
          round,
          engine.records(),
          engine.microseconds(),
          1e6 / engine.microseconds(),
          engine.wall(),
          java.microseconds(),
          1e6 / java.microseconds(),
          java.wall(),
          engine.cpu() / java.cpu());
      sample = Math.min(SAMPLE, engine.records());
    }
    split("Spotter", rules, input, sample);
    split("hand-written", written, input, sample);
  }

  private static Cost run(RuleSet rules, String input, Path out, int workers) {
    Order order =
        new Order(List.of(input), out, FORM, NOW, ZoneOffset.UTC, workers, -1, true, 100_000);
    double cpu = cpu();
    long start = System.nanoTime();
    Outcome outcome =
        new Batch(rules, order, InputStream.nullInputStream(), s -> {}).run(() -> false, p -> {});
    return new Cost(cpu() - cpu, (System.nanoTime() - start) / 1e9, outcome.records());
  }

  private static double cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  /** Where the time goes, on one thread: the second half of the sample, after the first warmed. */
  private static void split(String name, RuleSet rules, String input, long sample)
      throws IOException {
    List<Source> sources =
        Sources.find(List.of(input), Path.of("nowhere"), InputStream.nullInputStream());
    Records records = new Records(rules.vocabulary(), sources);
    Assessor assessor = new Assessor(rules);
    Assessor.Settings settings = Assessor.Settings.at(NOW, ZoneOffset.UTC);
    long[] spent = new long[4];
    long seen = 0;
    try (Chunks chunks =
        new Chunks(sources, Position.START, InputStream.nullInputStream(), new AtomicLong())) {
      while (seen < sample) {
        long t = System.nanoTime();
        Chunk chunk = chunks.next();
        if (chunk == null) {
          break;
        }
        boolean counts = seen >= sample / 2;
        t = lap(spent, 0, t, counts);
        Results results = new Results(FORM);
        for (Raw raw : chunk.records()) {
          seen++;
          Reading reading = records.read(raw);
          t = lap(spent, 1, t, counts);
          if (reading instanceof Reading.Read read) {
            Decision decision = assessor.decide(read.intake(), settings);
            t = lap(spent, 2, t, counts);
            OffsetDateTime at = Objects.requireNonNullElse(read.intake().at(), NOW);
            results.assessed(new Client(read.intake().id(), at, input, raw.line()), decision, null);
            t = lap(spent, 3, t, counts);
          }
        }
        results.done(chunk.end());
        lap(spent, 3, t, counts);
      }
    }
    long all = spent[0] + spent[1] + spent[2] + spent[3];
    long counted = Math.max(1, seen - sample / 2);
    System.out.printf(
        Locale.ROOT,
        "%s, one thread, us a record: splitting %.1f (%.0f %%), parsing %.1f (%.0f %%), facts, rules"
            + " and weighing %.1f (%.0f %%), counting and writing %.1f (%.0f %%)%n",
        name,
        spent[0] / 1e3 / counted,
        100.0 * spent[0] / all,
        spent[1] / 1e3 / counted,
        100.0 * spent[1] / all,
        spent[2] / 1e3 / counted,
        100.0 * spent[2] / all,
        spent[3] / 1e3 / counted,
        100.0 * spent[3] / all);
  }

  private static long lap(long[] spent, int stage, long since, boolean counts) {
    long now = System.nanoTime();
    spent[stage] += counts ? now - since : 0;
    return now;
  }
}
