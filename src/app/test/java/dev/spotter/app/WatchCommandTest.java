package dev.spotter.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a trainer reads after a save. */
@Timeout(120)
class WatchCommandTest {
  @TempDir Path folder;

  @Test
  void aGoodSaveSaysWhatItChanges() throws Exception {
    Run run = saving("\n// a remark\n");
    assertThat(run.exit()).isEqualTo(Exit.OK);
    assertThat(run.out())
        .contains(
            "watching " + folder, "1 client compared, 0 with another answer", "nothing changed")
        .containsPattern("(?m)^good \\([0-9.]+ s\\)$");
  }

  @Test
  void aBadSaveSaysWhereItIsWrong() throws Exception {
    Run run =
        saving(
            "\nrule \"a new one\"\nwhen\n  Soreness( wurst > 3 )\nthen\n  insert( Note.says( \"x\" ) );\nend\n");
    assertThat(run.out())
        .contains("red-flags.drl:", "wurst", "did you mean", "not good yet: 1 reason(s)")
        .doesNotContain("client compared");
  }

  /** Watches, and saves until that was seen. */
  private Run saving(String more) throws Exception {
    RulesCopy.in(folder, ".");
    CompletableFuture<Run> watching =
        CompletableFuture.supplyAsync(
            () ->
                Run.spotter(
                    "watch", folder.toString(), "--once", "--clients", Run.client("anna.json")));
    while (!watching.isDone()) {
      Thread.sleep(2_000);
      save(more);
    }
    return watching.get();
  }

  private void save(String more) throws IOException {
    Files.writeString(folder.resolve("red-flags.drl"), more, StandardOpenOption.APPEND);
  }
}
