package dev.spotter.app;

import dev.spotter.Spotter;
import dev.spotter.report.Audience;
import dev.spotter.report.Ink;
import dev.spotter.report.TextReport;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Example clients and what is said of them, kept as text and JSON; the rule set's id is starred.
 */
final class Goldens {
  private static final int LONGEST = 200;

  private final Spotter spotter;
  private final Path clients;
  private final Path golden;

  /**
   * @param folder holds clients/ and golden/
   */
  Goldens(Spotter spotter, Path folder) {
    this.spotter = spotter;
    this.clients = folder.resolve("clients");
    this.golden = folder.resolve("golden");
  }

  /**
   * Compares every client's reports with the golden ones.
   *
   * @param accept write them anew; the difference is then told but no failure
   */
  List<TestReport.Outcome> run(boolean accept) throws IOException {
    List<TestReport.Outcome> outcomes = new ArrayList<>();
    List<Path> files;
    try (Stream<Path> entries = Files.list(clients)) {
      files = entries.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      outcomes.add(compare(file, false, accept));
      outcomes.add(compare(file, true, accept));
    }
    return outcomes;
  }

  private TestReport.Outcome compare(Path client, boolean json, boolean accept) throws IOException {
    Path kept = golden.resolve(client.getFileName() + (json ? ".json" : ".txt"));
    String now = report(client, json);
    String before = Files.exists(kept) ? Files.readString(kept) : "";
    if (now.equals(before)) {
      return new TestReport.Outcome(kept.toString(), "golden report", List.of());
    }
    List<String> difference = difference(before, now);
    if (!accept) {
      return new TestReport.Outcome(kept.toString(), "golden report", difference);
    }
    Files.createDirectories(golden);
    Files.writeString(kept, now);
    return new TestReport.Outcome(
        kept.toString(), "golden report accepted: " + String.join("\n    ", difference), List.of());
  }

  /**
   * What the command prints for one client's file when run in the project's root, its rule set's id
   * starred.
   */
  String report(Path client, boolean json) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
    Answering answering =
        new Answering(
            spotter,
            json ? null : new TextReport(spotter.rules(), Audience.COACH, Ink.PLAIN),
            false,
            new Streams(out, out));
    try (InputStream in = new BufferedInputStream(Files.newInputStream(client))) {
      spotter.read("facts/clients/" + client.getFileName(), in, answering::take);
      answering.finish(out);
    } catch (InputException e) {
      out.println("spotter: " + e.getMessage());
    }
    out.flush();
    return bytes.toString(StandardCharsets.UTF_8).replaceAll("sha256:[0-9a-f]+", "sha256:*");
  }

  /** The first lines that differ, old behind -, new behind +. */
  private static List<String> difference(String before, String now) {
    List<String> old = Arrays.asList(before.split("\n"));
    List<String> fresh = Arrays.asList(now.split("\n"));
    List<String> lines = new ArrayList<>();
    old.stream().filter(l -> !fresh.contains(l)).limit(8).forEach(l -> lines.add("- " + cut(l)));
    fresh.stream().filter(l -> !old.contains(l)).limit(8).forEach(l -> lines.add("+ " + cut(l)));
    return lines.isEmpty() ? List.of("the same lines in another order") : lines;
  }

  /** A line of one client's whole JSON would bury the others. */
  private static String cut(String line) {
    return line.length() <= LONGEST
        ? line
        : line.substring(0, LONGEST) + " ... (" + line.length() + " characters)";
  }
}
