package dev.spotter.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edited rules take the place of published ones, or are refused and change nothing. */
class PublishCommandTest {
  @TempDir Path folder;
  private Path edited;
  private Path published;

  @BeforeEach
  void copy() throws IOException {
    edited = Files.createDirectory(folder.resolve("edited"));
    published = folder.resolve("published");
    try (Stream<Path> files = Files.list(Run.ROOT.resolve("rules"))) {
      for (Path file : files.toList()) {
        Files.copy(file, edited.resolve(file.getFileName()));
      }
    }
  }

  private void edit(String name, String before, String after) throws IOException {
    Path file = edited.resolve(name);
    String text = Files.readString(file);
    assertThat(text).contains(before);
    Files.writeString(file, text.replace(before, after));
  }

  private Run publish(String... more) {
    return Run.spotter(
        Stream.concat(
                Stream.of("publish", "--clients", "200", edited.toString(), published.toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void aGoodEditIsPublishedAndTheRulesBeforeAreKept() throws IOException {
    assertThat(publish().exit()).isZero();
    edit("muscle-fatigue.drl", "sore muscle feels better in motion", "moving feels better");
    assertThat(publish("--dry-run").out()).contains("may be published: sha256:");
    assertThat(Files.readString(published.resolve("muscle-fatigue.drl")))
        .contains("sore muscle feels better in motion");
    Run run = publish();
    assertThat(run.out()).contains("published: sha256:").contains(" after sha256:");
    assertThat(Files.readString(published.resolve("muscle-fatigue.drl")))
        .contains("(\"moving feels better");
    assertThat(Files.readString(folder.resolve("published.previous/muscle-fatigue.drl")))
        .contains("sore muscle feels better in motion");
  }

  @Test
  void anInvariantCannotBeWeakenedWithoutSayingSo() throws IOException {
    assertThat(publish().exit()).isZero();
    edit(
        "safety.yaml",
        "if: { health.fever: \"yes\" }\n  then: { triage: at least urgent }",
        "if: { health.fever: \"yes\" }\n  then: { triage: at least soon }");
    Run run = publish();
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.out()).contains("the invariant \"fever is at least urgent\" was changed");
    assertThat(Files.readString(published.resolve("safety.yaml"))).contains("at least urgent");
    assertThat(publish("--change-invariants").exit()).isZero();
  }
}
