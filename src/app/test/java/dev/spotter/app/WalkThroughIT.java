package dev.spotter.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes every step of the walk-through in rules/README.md, in order, on copies in a folder. */
class WalkThroughIT {
  static final String BEGIN = "\n## 8\\. An edit from start to end\n";

  /** A command, over several lines where it ends with END, and what it prints. */
  private static final Pattern STEP =
      Pattern.compile(
          "```\\n\\$ ((?:[^\\n]*<<'END'\\n.*?\\nEND|[^\\n]*)\\n)(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @Test
  void everyStepPrintsWhatIsShown() throws Exception {
    copy("rules");
    copy("facts/clients");
    Path command = folder.resolve("spotter");
    Files.writeString(command, "#!/bin/sh\nexec '" + Run.ROOT.resolve("spotter") + "' \"$@\"\n");
    assertThat(command.toFile().setExecutable(true)).isTrue();
    String text = Files.readString(Run.ROOT.resolve("rules/README.md")).split(BEGIN, 2)[1];
    Matcher step = STEP.matcher(text);
    int steps = 0;
    while (step.find()) {
      steps++;
      String printed = run(step.group(1));
      String shown = step.group(2).strip();
      if (!shown.isEmpty()) {
        assertThat(ReadmeIT.matches(shown, printed)).as(step.group(1) + printed).isTrue();
      }
    }
    assertThat(steps).isGreaterThan(7);
  }

  private void copy(String name) throws IOException {
    Path from = Run.ROOT.resolve(name);
    Path to = Files.createDirectories(folder.resolve(name));
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }

  private String run(String command) throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    new ProcessBuilder("sh", "-c", command)
        .directory(folder.toFile())
        .redirectOutput(out.toFile())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}
