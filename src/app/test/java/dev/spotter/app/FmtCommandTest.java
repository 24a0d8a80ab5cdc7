package dev.spotter.app;

import static dev.spotter.app.Run.spotter;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FmtCommandTest {
  @TempDir Path temp;

  private RulesCopy untidy() throws IOException {
    return RulesCopy.in(temp, "untidy")
        .edit(
            "lack-of-warm-up.drl",
            "Workout( longSitBefore == \"yes\" )",
            "Workout(longSitBefore==\"yes\")")
        .edit(
            "lack-of-warm-up.drl",
            "\n  @source( \"S32 S95 house\" )\n",
            " @source(\"S32 S95 house\")\n");
  }

  @Test
  void theShippedRulesAreLaidOut() {
    Run run = spotter("fmt", "--check", Run.ROOT.resolve("rules").toString());
    assertThat(run.out()).isEmpty();
    assertThat(run.exit()).isEqualTo(Exit.OK);
  }

  @Test
  void checkAndDiffWriteNothing() throws IOException {
    RulesCopy copy = untidy();
    Map<String, String> before = copy.texts();
    Run check = spotter("fmt", "--check", copy.toString());
    assertThat(check.exit()).isEqualTo(Exit.FINDINGS);
    assertThat(check.out().lines()).containsExactly(copy + "/lack-of-warm-up.drl");
    Run diff = spotter("fmt", "--diff", copy.toString());
    assertThat(diff.exit()).isEqualTo(Exit.FINDINGS);
    assertThat(diff.out())
        .contains(
            "@@", "-  Workout(longSitBefore==\"yes\")", "+  Workout( longSitBefore == \"yes\" )");
    assertThat(copy.texts()).isEqualTo(before);
  }

  @Test
  void whatIsWrittenIsWhatWasShippedAndNothingLiesBeside() throws IOException {
    RulesCopy copy = untidy();
    assertThat(spotter("fmt", copy.toString()).exit()).isEqualTo(Exit.OK);
    assertThat(copy.texts()).isEqualTo(RulesCopy.in(temp, "shipped").texts());
    assertThat(spotter("fmt", "--check", copy.toString()).exit()).isEqualTo(Exit.OK);
  }

  @Test
  void aFileThatDoesNotParseIsLeftAsItIsAndTheOthersAreNot() throws IOException {
    RulesCopy copy = untidy().edit("injury.drl", "\nthen\n", "\nthan\n");
    String broken = copy.texts().get("injury.drl");
    Run run = spotter("fmt", copy.toString());
    assertThat(run.exit()).isEqualTo(Exit.RULES);
    assertThat(run.err()).contains("injury.drl:", "error[SP004]", "injury.drl: left as it is");
    assertThat(copy.texts()).containsEntry("injury.drl", broken);
    assertThat(copy.texts().get("lack-of-warm-up.drl")).contains("Workout( longSitBefore == ");
  }

  @Test
  void onlyRuleFilesAreTaken() throws IOException {
    Path other = Files.writeString(temp.resolve("notes.txt"), "package spotter");
    assertThat(spotter("fmt", other.toString()).exit()).isEqualTo(Exit.INPUT);
  }
}
