package dev.spotter.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RulesFolderTest {
  @TempDir Path parent;
  private final LinkedBlockingQueue<Judged> told = new LinkedBlockingQueue<>();

  private RulesFolder follow(Path folder) {
    return new RulesFolder(folder, Gate.trying(20, 20), told::add);
  }

  /** As a log that is written beside the rules. */
  @Test
  void anEditCountsHoweverBusyTheFolderAroundIs() throws Exception {
    Folder edited = new Folder(Files.createDirectory(parent.resolve("rules")));
    AtomicBoolean enough = new AtomicBoolean();
    try (RulesFolder rules = follow(edited.path())) {
      Thread log = new Thread(() -> write(parent.resolve("access.log"), enough));
      log.start();
      Thread.sleep(300);
      edited.write("base.drl", Folder.rules("version 1", 9));
      Judged judged = told.poll(8, TimeUnit.SECONDS);
      enough.set(true);
      log.join();

      assertThat(judged).as("the edit was judged while others wrote beside it").isNotNull();
      assertThat(rules.current()).isSameAs(judged.rules());
    }
  }

  private static void write(Path file, AtomicBoolean enough) {
    try {
      for (int i = 0; !enough.get(); i++) {
        Files.writeString(file, "line " + i);
        Thread.sleep(20);
      }
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aFolderThatTakesThePlaceOfThisOneCounts() throws Exception {
    Folder edited = new Folder(Files.createDirectory(parent.resolve("rules")));
    Folder next = new Folder(Files.createDirectory(parent.resolve("next")));
    next.write("base.drl", Folder.rules("version 2", 9));
    try (RulesFolder rules = follow(edited.path())) {
      String before = rules.current().id();
      Files.move(edited.path(), parent.resolve("old"));
      Files.move(next.path(), edited.path());
      Judged judged = told.poll(10, TimeUnit.SECONDS);

      assertThat(judged).isNotNull();
      assertThat(judged.refusals()).isEmpty();
      assertThat(rules.current().id()).isNotEqualTo(before);
      next = new Folder(edited.path());
      next.write("base.drl", Folder.rules("version 3", 9));
      Judged after = told.poll(10, TimeUnit.SECONDS);

      assertThat(after).as("the new folder is followed too").isNotNull();
    }
  }
}
