package dev.spotter.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.spotter.rules.RuleFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Revisions of this very repository, if the tests run in one. */
class RulesAtTest {
  @Test
  void aRevisionIsReadWithGit() {
    assumeTrue(Files.exists(Run.ROOT.resolve(".git")));
    RuleFiles files = RulesAt.read("HEAD:/rules");
    assertThat(files.origin()).isEqualTo("HEAD:/rules");
    assertThat(files.files()).containsKeys("questions.drl", "red-flags.drl", "safety.yaml");
    assertThat(files.files()).doesNotContainKey("README.md");
    assertThatThrownBy(() -> RulesAt.read("HEAD:/no-such-folder"))
        .isInstanceOf(InputException.class)
        .hasMessage("there is no folder /no-such-folder at the revision HEAD");
    assertThatThrownBy(() -> RulesAt.read("no-such-revision:/rules"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("git knows no such revision");
  }

  @Test
  void aFolderIsReadAsItIs() {
    Path rules = Run.ROOT.resolve("rules");
    assertThat(RulesAt.read(rules.toString()).id())
        .isEqualTo(RuleFiles.read(java.util.List.of(rules)).id());
  }
}
