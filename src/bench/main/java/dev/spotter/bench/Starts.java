package dev.spotter.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The whole process, from the command to the answer; the commands take turns. */
final class Starts {
  private static final String BARE = "java -version";

  private static final List<String> COMMANDS =
      List.of(BARE, "./spotter --version", "./spotter assess facts/clients/anna.json");

  private Starts() {}

  static void measure(int runs) throws IOException {
    Map<String, List<Double>> millis = new LinkedHashMap<>();
    for (int run = 0; run <= runs; run++) {
      for (String command : COMMANDS) {
        double took = once(command);
        if (run > 0) {
          millis.computeIfAbsent(command, c -> new ArrayList<>()).add(took);
        }
      }
    }
    millis.values().forEach(Collections::sort);
    double bare = median(millis.get(BARE));
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of("the whole process", "median, ms", "fastest", "slowest", "times the bare JVM"));
    millis.forEach(
        (command, times) ->
            rows.add(
                List.of(
                    "`" + command + "`",
                    Page.figures(median(times)),
                    Page.figures(times.get(0)),
                    Page.figures(times.get(times.size() - 1)),
                    Page.figures(median(times) / bare))));
    Page.put(
        "start",
        Page.table(rows) + "\n" + runs + " starts of each, after one that is not counted.");
  }

  private static double median(List<Double> sorted) {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  private static double once(String command) throws IOException {
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(command.split(" "))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      // Exit codes tell of emergencies too; above them the command itself failed.
      if (process.waitFor() > 3) {
        throw new IllegalStateException(command + " ended with " + process.exitValue());
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return (System.nanoTime() - begin) / 1e6;
  }
}
