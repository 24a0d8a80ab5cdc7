package dev.spotter.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher with a cache folder of its own: the same answer without, while making, and with. */
class LauncherIT {
  private static final long PATIENCE = 120_000;

  @TempDir Path home;

  private record Said(String out, String err, int code) {}

  private Said assess() throws IOException, InterruptedException {
    File out = home.resolve("out").toFile();
    File err = home.resolve("err").toFile();
    ProcessBuilder launcher =
        new ProcessBuilder(
                Run.ROOT.resolve("spotter").toString(), "assess", "facts/clients/anna.json")
            .directory(Run.ROOT.toFile())
            .redirectOutput(out)
            .redirectError(err);
    launcher.environment().put("XDG_CACHE_HOME", home.toString());
    int code = launcher.start().waitFor();
    return new Said(Files.readString(out.toPath()), Files.readString(err.toPath()), code);
  }

  private Path only(String ending) throws IOException, InterruptedException {
    long until = System.currentTimeMillis() + PATIENCE;
    while (System.currentTimeMillis() < until) {
      try (Stream<Path> made = Files.list(home.resolve("spotter"))) {
        List<Path> found = made.filter(p -> p.toString().endsWith(ending)).toList();
        if (!found.isEmpty()) {
          assertThat(found).hasSize(1);
          return found.get(0);
        }
      }
      Thread.sleep(100);
    }
    throw new AssertionError("no " + ending + " was made in " + home.resolve("spotter"));
  }

  @Test
  void theCacheChangesNoAnswer() throws IOException, InterruptedException {
    Said without = assess();
    assertThat(without.code()).isZero();
    only(".classes");
    Said making = assess();
    Path rules = only(".rules");
    Said with = assess();
    byte[] bad = Files.readAllBytes(rules);
    bad[bad.length / 2] ^= 1;
    Files.write(rules, bad);
    Said damaged = assess();
    Said mended = assess();

    assertThat(making).isEqualTo(without);
    assertThat(with).isEqualTo(without);
    assertThat(damaged.out()).isEqualTo(without.out());
    assertThat(damaged.err()).contains("damaged or not ours");
    assertThat(mended).isEqualTo(without);
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("spotter"))))
        .isEqualTo("rwx------");
  }
}
