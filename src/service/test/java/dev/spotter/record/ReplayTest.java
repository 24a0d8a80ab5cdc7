package dev.spotter.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spotter.Spotter;
import dev.spotter.rules.RuleFiles;
import dev.spotter.rules.RuleSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old answers given again after the rules have changed and changed again. */
class ReplayTest {
  private static final int ANSWERS = Integer.getInteger("spotter.replayed", 200);
  private static final int CHANGES = Integer.getInteger("spotter.changes", 4);

  @TempDir Path folder;

  /** The shipped rules, whose scale and a sentence are changed. */
  private static Spotter changed(int round) {
    Map<String, byte[]> files =
        new TreeMap<>(RuleFiles.read(List.of(Recorded.ROOT.resolve("rules"))).files());
    String text = new String(files.get("conclusions.drl"), StandardCharsets.UTF_8);
    String edited =
        text.replaceFirst("@likely\\( \"(\\d+)\" \\)", "@likely( \"" + (100 + round) + "\" )");
    files.put("conclusions.drl", edited.getBytes(StandardCharsets.UTF_8));
    files.replaceAll(
        (name, bytes) ->
            name.equals("muscle-fatigue.drl")
                ? new String(bytes, StandardCharsets.UTF_8)
                    .replace("DOMS", "DOMS" + round)
                    .getBytes(StandardCharsets.UTF_8)
                : bytes);
    return Spotter.of(RuleSet.of(files));
  }

  @Test
  void oldAnswersComeOutByteForByte() {
    System.out.println("replay: seed " + Recorded.SEED);
    Random random = new Random(Recorded.SEED);
    List<String> ids = new ArrayList<>();
    List<String> answered = new ArrayList<>();
    List<String> ruleSets = new ArrayList<>();
    try (DecisionRecord record = Recorded.sqlite(folder)) {
      for (int change = 0; change <= CHANGES; change++) {
        Spotter spotter = change == 0 ? Recorded.shipped() : changed(change);
        ruleSets.add(spotter.rules().id());
        List<Decided> decided = new ArrayList<>();
        for (int i = 0; i < ANSWERS / (CHANGES + 1); i++) {
          decided.add(
              Recorded.decided(
                  spotter, Recorded.client("c" + change + "-" + i, random), i % 10 == 0));
        }
        ids.addAll(record.decided("tester", spotter.rules(), decided));
        decided.forEach(d -> answered.add(dev.spotter.report.JsonReport.text(d.answer())));
      }
    }
    assertThat(ruleSets).doesNotHaveDuplicates();
    try (DecisionRecord record = Recorded.sqlite(folder)) {
      for (int i = 0; i < ids.size(); i++) {
        Replayed replayed = record.view().replay(ids.get(i));
        assertThat(replayed.now()).isEqualTo(answered.get(i)).isEqualTo(replayed.then());
      }
      assertThat(record.view().audit()).isEmpty();
      System.out.println(
          "replayed " + ids.size() + " answers of " + ruleSets.size() + " rule sets");
    }
  }

  /** A load that nobody lifts, but that the reader takes: in digits, not as a power of ten. */
  @Test
  void theSmallestNumbersComeOutToo() {
    Spotter spotter = Recorded.shipped();
    try (DecisionRecord record = Recorded.sqlite(folder)) {
      for (String load : List.of("0.0005", "0.000000001", "1000.000")) {
        String client = Recorded.client("small", new Random(1)).replaceAll("\\d+\\.5", load);
        String id = Recorded.keep(record, spotter, client);

        assertThat(client).contains(load);
        assertThat(record.view().replay(id).same()).as(load).isTrue();
      }
    }
  }

  @Test
  void whatWasNotKeptIsSaid() {
    Spotter spotter = Recorded.shipped();
    RecordSettings all = Recorded.settings("jdbc:sqlite:" + folder.resolve("r.db"), folder);
    RecordSettings answers =
        new RecordSettings(all.url(), Keep.ANSWERS, all.mask(), all.key(), null);
    try (DecisionRecord record = DecisionRecord.open(answers, "test")) {
      String id = Recorded.keep(record, spotter, Recorded.client("a", new Random(1)));

      assertThatThrownBy(() -> record.view().replay(id)).hasMessageContaining("record.keep: all");
      assertThat(record.view().decision(id).has("answer")).isTrue();
      assertThat(record.view().replay("none")).isNull();
    }
  }
}
