package dev.spotter.batch;

import dev.spotter.prove.Clients;
import dev.spotter.rules.RuleFiles;
import dev.spotter.rules.RuleSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Runs over made-up clients, in this process. */
final class Batches {
  static final Path ROOT =
      Path.of(System.getProperty("spotter.root", "../..")).toAbsolutePath().normalize();

  /** The shipped rules. */
  static final RuleSet RULES = RuleSet.of(RuleFiles.read(List.of(ROOT.resolve("rules"))));

  static final Form SUMMARY = new Form(Form.Detail.summary, Form.File.ndjson, List.of());

  private Batches() {}

  /** Clients as lines of JSON. */
  static List<String> clients(int number, long seed) {
    Clients clients = new Clients(RULES, seed);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      lines.add(Generate.line(clients, i));
    }
    return lines;
  }

  static Order order(Path out, Path... inputs) {
    return order(out, SUMMARY, false, -1, inputs);
  }

  static Order order(Path out, Form form, boolean restart, long mostRejected, Path... inputs) {
    return new Order(
        List.of(inputs).stream().map(Path::toString).toList(),
        out,
        form,
        OffsetDateTime.of(2026, 3, 2, 9, 0, 0, 0, ZoneOffset.UTC),
        ZoneOffset.UTC,
        3,
        mostRejected,
        restart,
        1_000);
  }

  static Outcome run(Order order) {
    return run(RULES, order, new ByteArrayInputStream(new byte[0]));
  }

  static Outcome run(RuleSet rules, Order order, InputStream standardInput) {
    return new Batch(rules, order, standardInput, said -> {}).run(() -> false, pace -> {});
  }

  static List<String> lines(Path file) throws IOException {
    return Files.readAllLines(file, StandardCharsets.UTF_8);
  }
}
