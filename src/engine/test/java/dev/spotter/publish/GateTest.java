package dev.spotter.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.rules.RuleFiles;
import dev.spotter.rules.RuleSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an edit must keep before it may take over. */
class GateTest {
  @TempDir Path folder;
  private final Gate gate = Gate.trying(300, 300);
  private Folder rules;
  private RuleSet published;

  @BeforeEach
  void publish() {
    rules = new Folder(folder);
    published = RuleSet.of(read());
  }

  private RuleFiles read() {
    return RuleFiles.read(List.of(folder));
  }

  @Test
  void aGoodEditIsAccepted() {
    rules.write("base.drl", Folder.rules("another text", 9));
    Judged judged = gate.judge(read(), published);
    assertThat(judged.refusals()).isEmpty();
    assertThat(judged.accepted()).isTrue();
    assertThat(judged.rules()).isNotNull();
    assertThat(judged.rules().id()).isNotEqualTo(published.id());
  }

  @Test
  void theReferenceDecidesTheSame() {
    assertThat(gate.comparing().judge(read(), published).refusals()).isEmpty();
  }

  @Test
  void aReferenceThatDecidesOtherwiseIsShownWithAClient() {
    rules.write("base.drl", Folder.rules("x", 8));
    List<String> refusals = new ArrayList<>();
    gate.compare(published, RuleSet.of(read()), refusals);
    assertThat(refusals).last().asString().contains("Drools' own compiler", "\"worst\" : 8");
  }

  @Test
  void whatDoesNotCompileIsRefusedWithItsPlace() {
    rules.write("base.drl", Folder.rules("x", 9).replace("worst >=", "wurst >="));
    Judged judged = gate.judge(read(), published);
    assertThat(judged.rules()).isNull();
    assertThat(judged.refusals()).singleElement().asString().contains("base.drl:13:9", "wurst");
  }

  @Test
  void aFailedCaseIsNamed() {
    rules.write("base.drl", Folder.rules("x", 8));
    assertThat(gate.judge(read(), published).refusals())
        .anyMatch(r -> r.startsWith("base.cases.yaml:1: very bad: but"));
  }

  @Test
  void aRuleWithoutACaseIsRefused() {
    rules.write("base.cases.yaml", Folder.CASES.replace("silent: [ flag ]", "triage: self-care"));
    assertThat(gate.judge(read(), published).accepted()).isFalse();
  }

  @Test
  void aBrokenInvariantIsShownByAClient() {
    rules.write("base.drl", Folder.rules("x", 10));
    rules.write("base.cases.yaml", Folder.CASES.replace("9", "10").replace("8", "9"));
    assertThat(gate.judge(read(), published).refusals())
        .singleElement()
        .asString()
        .startsWith("safety.yaml:1: broken: a very bad ache is at least soon: the level is")
        .contains("\"worst\" : 9");
  }

  @Test
  void anEditCannotTakeItsOwnGuardAway() {
    rules.write("base.drl", Folder.rules("x", 10));
    rules.write("base.cases.yaml", Folder.CASES.replace("9", "10").replace("8", "9"));
    rules.write("safety.yaml", Folder.SAFETY.replace(">= 9", ">= 10"));
    List<String> refusals = gate.judge(read(), published).refusals();
    assertThat(refusals).anyMatch(r -> r.endsWith("was changed"));
    assertThat(refusals).anyMatch(r -> r.contains("broken: a very bad ache is at least soon"));
    rules.write("safety.yaml", Folder.SAFETY.replace("a very bad ache", "something else"));
    assertThat(gate.judge(read(), published).refusals())
        .anyMatch(
            r -> r.equals("the invariant \"a very bad ache is at least soon\" was taken away"));
  }

  @Test
  void withLeaveItCanAndIsHeldToWhatIsLeft() {
    rules.write("base.drl", Folder.rules("x", 10));
    rules.write("base.cases.yaml", Folder.CASES.replace("9", "10").replace("8", "9"));
    rules.write("safety.yaml", Folder.SAFETY.replace(">= 9", ">= 10"));
    Gate letting = gate.lettingInvariantsChange();
    assertThat(letting.judge(read(), published).refusals()).isEmpty();
    rules.write("safety.yaml", Folder.SAFETY);
    assertThat(letting.judge(read(), published).accepted()).isFalse();
  }

  @Test
  void anInvariantThatAsksWhatIsGoneIsRefused() {
    rules.write("base.drl", Folder.rules("x", 9).replace("worst", "peak"));
    rules.write("base.cases.yaml", Folder.CASES.replace("worst", "peak"));
    rules.write("safety.yaml", Folder.SAFETY.replace("worst", "peak"));
    assertThat(gate.judge(read(), published).refusals())
        .anyMatch(r -> r.startsWith("a published invariant can no longer be asked"));
  }
}
