package dev.spotter.batch;

import dev.spotter.prove.Clients;
import dev.spotter.rules.RuleFiles;
import dev.spotter.rules.RuleSet;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes made-up clients, one a line, for measuring: {@code java -cp ... dev.spotter.batch.Generate
 * RULES N SEED > clients.ndjson}.
 */
public final class Generate {
  private Generate() {}

  public static void main(String[] args) throws IOException {
    RuleSet rules = RuleSet.of(RuleFiles.read(List.of(Path.of(args[0]))));
    try (OutputStream out = new BufferedOutputStream(System.out, 1 << 20)) {
      write(rules, Integer.parseInt(args[1]), Long.parseLong(args[2]), out);
    }
  }

  /** Each answered at the same moment, so that no clock matters. */
  static void write(RuleSet rules, int number, long seed, OutputStream out) throws IOException {
    Clients clients = new Clients(rules, seed);
    for (int i = 0; i < number; i++) {
      out.write(line(clients, i).getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    }
  }

  static String line(Clients clients, int number) {
    String text = clients.client(number).text().replaceAll("\\s*\\R\\s*", " ");
    return "{\"at\": \"2026-03-02T09:00:00Z\"," + text.substring(1);
  }
}
