package dev.spotter.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No command that tries a folder of rules takes an attack, or lets its code run. */
class AttackCommandTest {
  private static final Path ATTACKS = Run.ROOT.resolve("src/engine/test/resources/attacks");

  /** What most attacks set, once they run; that they would is tried where rules are loaded. */
  private static final String MARK = "spotter.attack";

  private static final List<String> FOUNDATION =
      List.of(
          "questions.drl", "conclusions.drl", "sources.yaml", "exercises.yaml", "messages.yaml");

  @TempDir Path folder;

  /** Without the shipped rules, which would be read anew for every attack. */
  @BeforeEach
  void lay() throws IOException {
    for (String name : FOUNDATION) {
      Files.copy(Run.ROOT.resolve("rules").resolve(name), folder.resolve(name));
    }
  }

  @AfterEach
  void forget() {
    System.clearProperty(MARK);
  }

  @Test
  void checkTestAndProveRefuseEveryAttackAndRunNone() throws IOException {
    assertThat(run("check").exit()).isEqualTo(Exit.OK);
    assertThat(run("test").exit()).isEqualTo(Exit.FINDINGS);
    assertThat(run("prove", "--clients", "100").exit()).isEqualTo(Exit.FINDINGS);
    for (Path attack : attacks()) {
      Path there = Files.copy(attack, folder.resolve(attack.getFileName()));
      for (String command : List.of("check", "test", "prove")) {
        Run run = run(command);
        String as = command + " " + attack.getFileName();
        assertThat(run.exit()).as(as).isEqualTo(Exit.RULES);
        assertThat(run.out() + run.err()).as(as).contains(attack.getFileName() + ":", "error[SP");
        assertThat(System.getProperty(MARK)).as("code that ran: " + as).isNull();
      }
      Files.delete(there);
    }
  }

  private Run run(String command, String... options) {
    return Run.spotter(
        Stream.concat(Stream.of(command, "--rules", folder.toString()), Stream.of(options))
            .toArray(String[]::new));
  }

  private static List<Path> attacks() throws IOException {
    try (Stream<Path> files = Files.list(ATTACKS)) {
      return files.sorted().toList();
    }
  }
}
