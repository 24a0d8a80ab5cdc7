package dev.spotter.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spotter.Spotter;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Both databases: several writers, one chain; what is erased is gone from the files. */
class EraseTest {
  private static final String MARKER = "Zebedaeus-Quastenflosser";

  @TempDir Path folder;

  @Test
  void sqlite() throws Exception {
    String url = "jdbc:sqlite:" + folder.resolve("record.db");
    erase(Recorded.settings(url, folder), folder);
  }

  @Test
  void postgres() throws Exception {
    Path data = folder.resolve("data");
    try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().setDataDirectory(data).start()) {
      erase(
          Recorded.settings(postgres.getJdbcUrl("postgres", "postgres"), folder),
          data.resolve("base"));
    }
  }

  private void erase(RecordSettings settings, Path files) throws Exception {
    Spotter spotter = Recorded.shipped();
    String client = Recorded.client(MARKER, new Random(1));
    try (DecisionRecord record = DecisionRecord.open(settings, "one");
        DecisionRecord second = DecisionRecord.open(settings, "two")) {
      String id = Recorded.keep(record, spotter, client);
      Recorded.keep(second, spotter, Recorded.client(MARKER, new Random(2)));
      together(record, second, spotter);
      byte[] sealed = sealed(settings);
      try (Handle handle = Database.of(settings.url()).open()) {
        if (!settings.url().contains("sqlite")) {
          handle.execute("CHECKPOINT");
        }
      }

      assertThat(record.view().timeline(MARKER)).hasSize(2).allMatch(p -> p.level() != null);
      assertThat(record.view().export(MARKER).toString()).contains(MARKER, "24-to-72h-after");
      assertThat(found(files, sealed)).as("the search finds what is there").isTrue();
      assertThat(found(folder, MARKER.getBytes(StandardCharsets.UTF_8))).isFalse();

      assertThat(record.erase("tester", MARKER)).isNotNull();

      assertThat(found(files, sealed)).isFalse();
      assertThat(found(folder, MARKER.getBytes(StandardCharsets.UTF_8))).isFalse();
      assertThat(record.view().audit()).isEmpty();
      assertThat(record.view().timeline(MARKER)).isEmpty();
      assertThat(record.view().export(MARKER)).isNull();
      assertThat(record.view().decision(id).path("erased").booleanValue()).isTrue();
      assertThatThrownBy(() -> record.view().replay(id)).hasMessageContaining("erased");
      assertThat(record.erase("tester", MARKER)).isNull();
      assertThat(record.view().timeline("other-0-0")).hasSize(1);

      Recorded.keep(record, spotter, client);
      assertThat(record.view().timeline(MARKER)).as("who comes again is somebody new").hasSize(1);
      assertThat(second.view().audit()).isEmpty();
    }
  }

  /** Eight callers through two writers at once. */
  private static void together(DecisionRecord one, DecisionRecord two, Spotter spotter)
      throws InterruptedException {
    ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    List<Thread> threads = new ArrayList<>();
    long before = one.view().size();
    for (int t = 0; t < 8; t++) {
      int number = t;
      Thread thread =
          new Thread(
              () -> {
                for (int i = 0; i < 25; i++) {
                  String client = Recorded.client("other-" + number + "-" + i, new Random(i));
                  Recorded.keep(number % 2 == 0 ? one : two, spotter, client);
                }
              });
      thread.setUncaughtExceptionHandler((x, e) -> failures.add(e));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(failures).isEmpty();
    assertThat(one.view().size()).isEqualTo(before + 200);
    assertThat(one.view().audit()).isEmpty();
  }

  private static byte[] sealed(RecordSettings settings) {
    String name = SiteKey.read(settings.key()).name(MARKER);
    try (Handle handle = Database.of(settings.url()).open()) {
      return handle
          .createQuery("SELECT sealed FROM client_key WHERE name = ?")
          .bind(0, name)
          .map((r, c) -> r.getBytes(1))
          .one();
    }
  }

  private static boolean found(Path folder, byte[] marker) throws IOException {
    String wanted = new String(marker, StandardCharsets.ISO_8859_1);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(wanted)) {
          return true;
        }
      }
    }
    return false;
  }

  @Test
  void maskedAnswersAreStoredNowhere() {
    RecordSettings settings =
        Recorded.settings("jdbc:sqlite:" + folder.resolve("m.db"), folder, "soreness.onset");
    Spotter spotter = Recorded.shipped();
    try (DecisionRecord record = DecisionRecord.open(settings, "test")) {
      String sent = Recorded.client("m", new Random(4));
      Decided decided = Recorded.decided(spotter, sent, true);
      String onset = decided.intake().answers().get("soreness.onset").value().toString();
      String id = record.decided("t", spotter.rules(), List.of(decided)).get(0);
      String kept = record.view().decision(id).toString();

      assertThat(dev.spotter.report.JsonReport.text(decided.answer()))
          .contains("\"" + onset + "\"");
      assertThat(kept).contains(Masking.MASKED).doesNotContain("\"" + onset + "\"");
      assertThatThrownBy(() -> record.view().replay(id)).hasMessageContaining("masked");
    }
  }
}
