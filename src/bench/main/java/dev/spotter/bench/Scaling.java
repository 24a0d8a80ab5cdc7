package dev.spotter.bench;

import dev.spotter.assess.Assessor;
import dev.spotter.batch.Batch;
import dev.spotter.batch.Form;
import dev.spotter.batch.Order;
import dev.spotter.intake.Intake;
import dev.spotter.rules.Recording;
import dev.spotter.rules.RuleSet;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What one costs when there are more: records, workers, rules, sets in the log. */
final class Scaling {
  private static final List<Integer> RECORDS = List.of(1_000, 10_000, 100_000);
  private static final List<Integer> RULES = List.of(10, 100, 1_000, 5_000);
  private static final List<Integer> SETS = List.of(0, 10, 50, 100, 500, 1_000, 5_000);
  private static final int CLIENTS = 500;

  /** Records until a batch is warm. */
  private static final int WARM = 50_000;

  /** How often a short batch is run. */
  private static final int ROUNDS = 5;

  private final RuleSet rules = Inputs.rules();

  /**
   * @param most records to go up to, beyond the usual
   */
  static void measure(int most) throws IOException {
    Scaling scaling = new Scaling();
    Page.put("scale", scaling.records(most) + "\n" + scaling.rules() + "\n" + scaling.log());
  }

  private String records(int most) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("records", "one worker, us each", "two workers, us each", "speed-up"));
    List<Chart.Point> one = new ArrayList<>();
    List<Chart.Point> two = new ArrayList<>();
    TreeSet<Integer> counts = new TreeSet<>(RECORDS);
    counts.add(most);
    batch(WARM, 2);
    batch(WARM, 1);
    for (int count : counts) {
      double alone = 0;
      double both = 0;
      int rounds = Math.max(1, Math.min(ROUNDS, WARM / count));
      for (int round = 0; round < rounds; round++) {
        alone += batch(count, 1) / rounds;
        both += batch(count, 2) / rounds;
      }
      one.add(new Chart.Point(count, alone));
      two.add(new Chart.Point(count, both));
      rows.add(
          List.of(
              Page.count(count),
              Page.figures(alone),
              Page.figures(both),
              Page.figures(alone / both)));
    }
    Page.draw(
        "performance-records.svg",
        new Chart("Time for each record of a batch", "records", "microseconds on the clock")
            .lines(List.of(new Chart.Line("one worker", one), new Chart.Line("two workers", two))));
    return Page.table(rows) + "\n![Time for each record of a batch](performance-records.svg)\n";
  }

  /** Microseconds on the clock for each record, from NDJSON to NDJSON in summary form. */
  private double batch(int count, int workers) throws IOException {
    Path input = Inputs.WORK.resolve("clients-" + count + ".ndjson");
    if (!Files.exists(input)) {
      List<String> lines = Files.readAllLines(Inputs.file());
      try (BufferedWriter out = Files.newBufferedWriter(input)) {
        for (int i = 0; i < count; i++) {
          out.write(lines.get(i % lines.size()));
          out.newLine();
        }
      }
    }
    Order order =
        new Order(
            List.of(input.toString()),
            Inputs.WORK.resolve("batch"),
            new Form(Form.Detail.summary, Form.File.ndjson, List.of()),
            Inputs.SETTINGS.now(),
            ZoneOffset.UTC,
            workers,
            0,
            true,
            100_000);
    long begin = System.nanoTime();
    new Batch(rules, order, InputStream.nullInputStream(), s -> {}).run(() -> false, p -> {});
    return (System.nanoTime() - begin) / 1e3 / count;
  }

  private String rules() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("rules", "us a client", "firings", "us a firing", "loading, ms"));
    List<Chart.Point> line = new ArrayList<>();
    List<Intake> clients = Inputs.clients(rules.vocabulary(), CLIENTS);
    for (int count : RULES) {
      long begin = System.nanoTime();
      RuleSet many = new ManyRules(rules).of(count);
      double loading = (System.nanoTime() - begin) / 1e6;
      Assessor assessor = new Assessor(many);
      double micros = Warm.micros(CLIENTS, i -> assessor.decide(clients.get(i), Inputs.SETTINGS));
      double firings =
          Inputs.recorded(many, clients).stream()
              .mapToDouble(r -> Recording.firings(r.fire(many)))
              .average()
              .orElseThrow();
      line.add(new Chart.Point(count, micros));
      rows.add(
          List.of(
              Page.count(count),
              Page.figures(micros),
              Page.figures(firings),
              Page.figures(micros / firings),
              Page.figures(loading)));
    }
    Page.draw(
        "performance-rules.svg",
        new Chart("Time for one client by the number of rules", "rules", "microseconds")
            .lines(List.of(new Chart.Line("assessment", line))));
    return Page.table(rows) + "\n![Time for one client by rules](performance-rules.svg)\n";
  }

  private String log() throws IOException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("sets in the log", "us a client"));
    List<Chart.Point> line = new ArrayList<>();
    List<Intake> clients = Inputs.clients(rules.vocabulary(), CLIENTS);
    Assessor assessor = new Assessor(rules);
    for (int sets : SETS) {
      List<Intake> logged = clients.stream().map(c -> c.with(LongLog.of(sets))).toList();
      double micros = Warm.micros(CLIENTS, i -> assessor.decide(logged.get(i), Inputs.SETTINGS));
      line.add(new Chart.Point(Math.max(1, sets), micros));
      rows.add(List.of(Page.count(sets), Page.figures(micros)));
    }
    Page.draw(
        "performance-log.svg",
        new Chart("Time for one client by the length of the log", "sets", "microseconds")
            .lines(List.of(new Chart.Line("assessment", line))));
    return Page.table(rows) + "\n![Time for one client by sets](performance-log.svg)\n";
  }
}
