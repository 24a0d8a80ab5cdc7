package dev.spotter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine opens nothing that it was not asked for; looked at in a Java of its own. */
class QuietTest {
  @TempDir Path folder;

  @Test
  void loadingAndAssessingUseNoFileAndNoSocket() throws Exception {
    assertThat(used()).containsExactly("done");
  }

  @Test
  void aFileAndASocketWouldBeSeen() throws Exception {
    Path file = Files.writeString(folder.resolve("planted"), "text");
    assertThat(used(file.toString()))
        .contains("jdk.FileRead " + file)
        .anyMatch(l -> l.startsWith("jdk.SocketRead "))
        .anyMatch(l -> l.startsWith("jdk.SocketWrite "));
  }

  private static List<String> used(String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.spotter.Quiet"));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return said.lines().toList();
  }
}
