package dev.spotter.app;

import static dev.spotter.app.Run.spotter;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
  private static final String RULES = Run.ROOT.resolve("rules").toString();
  private static final String CLIENTS = Run.ROOT.resolve("facts/clients").toString();

  @TempDir Path temp;

  private String saddle() throws IOException {
    Path file = temp.resolve("saddle.ndjson");
    Files.write(
        file,
        List.of(
            "{\"id\": \"<b>ida</b>\", \"at\": \"2026-03-02T09:00:00Z\", \"nerves\": {\"saddle\": \"yes\"}}",
            "{\"id\": \"jan\", \"at\": \"2026-03-02T09:00:00Z\", \"client\": {\"smoker\": \"former\"}}",
            "{\"id\": \"broken\"",
            "{\"id\": \"kim\", \"at\": \"2026-03-02T09:00:00Z\"}"));
    return file.toString();
  }

  private RulesCopy milder() throws IOException {
    return RulesCopy.in(temp, "milder")
        .edit("red-flags.drl", "Referral.emergency(\"RF01\")", "Referral.urgent(\"RF01\")");
  }

  @Test
  void rulesLaidOutOtherwiseAreTheSame() throws IOException {
    RulesCopy copy = RulesCopy.in(temp, "same");
    copy.edit("red-flags.drl", "\nend\n", "\nend\n\n// moved\n\n");
    Run run = spotter("diff", RULES, copy.toString(), "--clients", CLIENTS);
    assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(Exit.OK);
    assertThat(run.out()).contains("all ", " the same", "0 with another answer", "version: patch");
  }

  @Test
  void aLevelThatFellIsToldFirstAndLoudly() throws IOException {
    Run run = spotter("diff", RULES, milder().toString(), "--clients", saddle());
    assertThat(run.exit()).isEqualTo(Exit.FINDINGS);
    assertThat(run.out())
        .contains("TRIAGE FELL: 1 of 4 clients")
        .contains("rule \"red flag RF01: changed feeling in the saddle\" changed")
        .contains("Referral.emergency(\"RF01\") -> Referral.urgent(\"RF01\") (red-flags.drl:")
        .contains("(emergency -> urgent)")
        .contains("version: major");
    assertThat(run.out().indexOf("TRIAGE FELL")).isLessThan(run.out().indexOf("other remedies"));
    assertThat(run.out()).as("answers are nobody's business").doesNotContain("saddle: yes");
  }

  @Test
  void theSameInJsonAndAsAPage() throws IOException {
    String milder = milder().toString();
    Run json = spotter("diff", RULES, milder, "--clients", saddle(), "--format", "json");
    assertThat(json.exit()).isEqualTo(Exit.FINDINGS);
    assertThat(json.out())
        .contains("\"safe\" : false", "\"aspect\" : \"fell\"", "\"emergency -> urgent\" : 1");
    Run none =
        spotter("diff", RULES, milder, "--clients", saddle(), "--format", "json", "--limit", "0");
    assertThat(none.out()).contains("\"emergency -> urgent\" : 1").doesNotContain("ida");
    Run page = spotter("diff", RULES, milder, "--clients", saddle(), "--format", "html");
    assertThat(page.out())
        .startsWith("<!doctype html>")
        .contains("prefers-color-scheme: dark", "&lt;b&gt;ida&lt;/b&gt;")
        .doesNotContain("<b>ida</b>", "http://", "https://", "<script");
  }

  @Test
  void anAnswerThatIsGoneRejectsClients() throws IOException {
    RulesCopy copy =
        RulesCopy.in(temp, "gone").edit("questions.drl", "former: not any more | ", "");
    Run run = spotter("diff", RULES, copy.toString(), "--clients", saddle());
    assertThat(run.exit()).isEqualTo(Exit.FINDINGS);
    assertThat(run.out())
        .contains("REJECTED NOW: 1 of 4 clients", "question client.smoker changed", "- former")
        .contains("jan (")
        .contains("the answer client.smoker former is gone");
  }

  @Test
  void anInvariantLostIsToldBeforeAnyClient() throws IOException {
    RulesCopy copy =
        RulesCopy.in(temp, "unsafe")
            .edit(
                "safety.yaml",
                "noKinds: [ training, self-treatment ] }",
                "noKinds: [ training ] }");
    Run run = spotter("diff", RULES, copy.toString(), "--clients", CLIENTS);
    assertThat(run.exit()).isEqualTo(Exit.FINDINGS);
    assertThat(run.out())
        .contains("INVARIANTS LOST", "no longer demanded: noKinds: self-treatment");
    assertThat(run.out().indexOf("INVARIANTS LOST")).isLessThan(run.out().indexOf("compared"));
  }

  @Test
  void withoutClientsOnlyTheRulesAreCompared() throws IOException {
    RulesCopy copy =
        RulesCopy.in(temp, "text")
            .edit("lack-of-warm-up.drl", "there was no general warm-up\"", "no warm-up\"");
    Run run = spotter("diff", RULES, copy.toString());
    assertThat(run.exit()).isEqualTo(Exit.OK);
    assertThat(run.out()).contains("changed rule", "version: patch").doesNotContain("compared");
  }

  @Test
  void aFolderMayLieOverAnother() throws IOException {
    Path over = Files.createDirectories(temp.resolve("over"));
    Files.copy(milder().folder().resolve("red-flags.drl"), over.resolve("red-flags.drl"));
    Run run = spotter("diff", RULES, RULES + "+" + over);
    assertThat(run.out()).contains("[1] changed rule \"red flag RF01").doesNotContain("[2]");
  }

  @Test
  void whatIsNeitherFolderNorRevisionIsRefused() {
    Run run = spotter("diff", "no-such-thing", RULES);
    assertThat(run.exit()).isEqualTo(Exit.INPUT);
    assertThat(run.err()).contains("there is no rules folder no-such-thing");
    Run option = spotter("diff", "--", "--output=x", RULES);
    assertThat(option.exit()).isEqualTo(Exit.INPUT);
  }

  @Test
  void clientsThatAreNotThereAreRefused() {
    Run run = spotter("diff", RULES, RULES, "--clients", temp.resolve("none.ndjson").toString());
    assertThat(run.exit()).isEqualTo(Exit.INPUT);
    assertThat(run.err()).contains("there is no file");
  }
}
