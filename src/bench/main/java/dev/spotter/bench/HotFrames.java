package dev.spotter.bench;

import dev.spotter.assess.Assessor;
import dev.spotter.intake.Intake;
import dev.spotter.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Where the time of an assessment goes, by the samples of the flight recorder. */
final class HotFrames {
  private static final String SAMPLE = "jdk.ExecutionSample";
  private static final int SHOWN = 10;

  private HotFrames() {}

  static void measure(int seconds) throws IOException {
    RuleSet rules = Inputs.rules();
    Assessor assessor = new Assessor(rules);
    List<Intake> clients = Inputs.clients(rules.vocabulary(), Inputs.CLIENTS);
    Path file = Inputs.WORK.resolve("assess.jfr");
    loop(assessor, clients, seconds / 2);
    try (Recording recording = new Recording()) {
      recording.enable(SAMPLE).withPeriod(Duration.ofMillis(10));
      recording.start();
      loop(assessor, clients, seconds);
      recording.stop();
      recording.dump(file);
    }
    Map<String, Integer> top = new HashMap<>();
    Map<String, Integer> within = new HashMap<>();
    int samples = 0;
    for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
      if (event.getEventType().getName().equals(SAMPLE) && event.getStackTrace() != null) {
        samples++;
        List<RecordedFrame> frames = event.getStackTrace().getFrames();
        top.merge(name(frames.get(0)), 1, Integer::sum);
        frames.stream()
            .map(HotFrames::name)
            .filter(n -> n.startsWith("dev.spotter."))
            .findFirst()
            .ifPresent(n -> within.merge(n, 1, Integer::sum));
      }
    }
    Page.put(
        "profile",
        table("hottest frames", top, samples)
            + "\n"
            + table("hottest of Spotter's own, with what they call", within, samples)
            + "\n"
            + samples
            + " samples of `Assessor.decide`, warm, over the drawn clients.");
    Files.delete(file);
  }

  private static void loop(Assessor assessor, List<Intake> clients, int seconds) {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    for (int i = 0; System.nanoTime() < end; i++) {
      assessor.decide(clients.get(i % clients.size()), Inputs.SETTINGS);
    }
  }

  private static String name(RecordedFrame frame) {
    String type = frame.getMethod().getType().getName().replaceAll("\\$\\$Lambda.*", " (a lambda)");
    return type + "." + frame.getMethod().getName().replaceAll("\\$\\d+$", "");
  }

  private static String table(String head, Map<String, Integer> counts, int samples) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of(head, "% of samples"));
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(SHOWN)
        .forEach(
            e ->
                rows.add(
                    List.of("`" + e.getKey() + "`", Page.figures(100.0 * e.getValue() / samples))));
    return Page.table(rows);
  }
}
