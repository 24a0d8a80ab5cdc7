package dev.spotter.app;

import static dev.spotter.app.Run.spotter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.Spotter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is new is green. */
class NewCommandTest {
  @TempDir Path temp;

  private Run add(RulesCopy rules, String... args) {
    String[] all = new String[args.length + 3];
    all[0] = "new";
    System.arraycopy(args, 0, all, 1, args.length);
    all[args.length + 1] = "--rules";
    all[args.length + 2] = rules.toString();
    return spotter(all);
  }

  @Test
  void eachKindIsGreenAlsoOneBehindTheOther() throws IOException {
    RulesCopy copy = RulesCopy.in(temp, "rules");
    Map<String, String> shipped = copy.texts();
    Run rule = add(copy, "rule", "muscle fatigue: after hill sprints", "--cause", "muscle-fatigue");
    assertThat(rule.exit()).as(rule.err()).isEqualTo(Exit.OK);
    assertThat(rule.out()).contains("muscle-fatigue.drl:", "muscle-fatigue.cases.yaml:", "next");
    assertThat(copy.texts().get("muscle-fatigue.drl"))
        .startsWith(shipped.get("muscle-fatigue.drl"))
        .contains("rule \"muscle fatigue: after hill sprints\"");
    Run cause = add(copy, "cause", "cold-bath", "--title", "A cold bath");
    assertThat(cause.exit()).as(cause.err()).isEqualTo(Exit.OK);
    assertThat(copy.texts()).containsKeys("cold-bath.drl", "cold-bath.cases.yaml");
    Run section = add(copy, "question", "sauna.used", "--ask", "Were you in a sauna?");
    assertThat(section.exit()).as(section.err()).isEqualTo(Exit.OK);
    Run field = add(copy, "question", "workout.kneeSleeves");
    assertThat(field.exit()).as(field.err()).isEqualTo(Exit.OK);
    assertThat(spotter("fmt", "--check", copy.toString()).out()).isEmpty();
    Run test = spotter("test", "--rules", copy.toString(), "--format", "text");
    assertThat(test.exit()).as(test.out()).isEqualTo(Exit.OK);
    Run check = spotter("check", copy.toString());
    assertThat(check.exit()).as(check.out()).isEqualTo(Exit.OK);
    assertThat(check.out()).contains("warning[SP038]").doesNotContain("warning[SP035]");
    Spotter spotter = Spotter.load(copy.folder());
    assertThat(spotter.rules().vocabulary().question("sauna.used")).isNotNull();
    assertThat(spotter.rules().vocabulary().question("workout.kneeSleeves")).isNotNull();
    assertThat(spotter.rules().vocabulary().causes()).containsKey("cold-bath");
  }

  @Test
  void dryRunWritesNothing() throws IOException {
    RulesCopy copy = RulesCopy.in(temp, "dry");
    Map<String, String> before = copy.texts();
    Run run = add(copy, "question", "sauna.used", "--dry-run");
    assertThat(run.exit()).as(run.err()).isEqualTo(Exit.OK);
    assertThat(run.out()).contains("would add to sauna.drl", "declare Sauna");
    assertThat(copy.texts()).isEqualTo(before);
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    RulesCopy copy = RulesCopy.in(temp, "there");
    Map<String, String> before = copy.texts();
    Run run = add(copy, "rule", "lack of warm-up: conclusion", "--cause", "lack-of-warm-up");
    assertThat(run.exit()).isEqualTo(Exit.USAGE);
    assertThat(run.err()).contains("there is a rule \"lack of warm-up: conclusion\" already");
    assertThat(copy.texts()).isEqualTo(before);
  }
}
