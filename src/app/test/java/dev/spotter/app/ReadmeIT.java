package dev.spotter.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every command that the READMEs show behind a prompt ({@code $ ./spotter ...}) against the
 * jar just built, and compares what they show of the output; a line of ... stands for any lines.
 */
class ReadmeIT {
  private static final Pattern BLOCK =
      Pattern.compile("```\\n(\\$ \\./spotter [^\\n]*)\\n(.*?)```", Pattern.DOTALL);

  @TestFactory
  Stream<DynamicTest> everyCommandPrintsWhatIsShown() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (String name : List.of("README.md", "rules/README.md", "src/docs/why.md")) {
      String text = Files.readString(Run.ROOT.resolve(name));
      Matcher block = BLOCK.matcher(text.split(WalkThroughIT.BEGIN, 2)[0]);
      while (block.find()) {
        String command = block.group(1).substring(2);
        String shown = block.group(2).strip();
        tests.add(
            DynamicTest.dynamicTest(
                name + ": " + command,
                () -> assertThat(matches(shown, run(command))).as(run(command)).isTrue()));
      }
    }
    assertThat(tests).isNotEmpty();
    return tests.stream();
  }

  static boolean matches(String shown, String printed) {
    StringBuilder pattern = new StringBuilder();
    for (String line : shown.split("\n")) {
      pattern.append(
          line.strip().equals("...")
              ? "(?:.*\\n)*?"
              : Pattern.quote(line.stripTrailing()) + "\\s*\\n");
    }
    return Pattern.matches(
        pattern.toString(), printed.strip().replaceAll("sha256:[0-9a-f]+", "sha256:*") + "\n");
  }

  private static String run(String command) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.set(0, Run.ROOT.resolve("spotter").toString());
    Path out = Files.createTempFile("spotter", ".out");
    Process process =
        new ProcessBuilder(words)
            .directory(Run.ROOT.toFile())
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.waitFor();
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}
