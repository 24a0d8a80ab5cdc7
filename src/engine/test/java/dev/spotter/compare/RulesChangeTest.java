package dev.spotter.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.Shipped;
import dev.spotter.compare.Bump.Size;
import dev.spotter.compare.Edit.Kind;
import dev.spotter.compare.Edit.Subject;
import dev.spotter.rules.RuleSet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Hand-made edits of the shipped rules, and what is said of each. */
class RulesChangeTest {
  private static final String RULE = "lack of warm-up: no general warm-up";

  private static RulesChange edited(String file, String old, String fresh) {
    return RulesChange.between(Shipped.rules(), Edited.rules(file, old, fresh));
  }

  private static Edit only(RulesChange change) {
    assertThat(change.edits()).hasSize(1);
    return change.edits().get(0);
  }

  @Test
  void nothingChangedIsNothing() {
    RulesChange change = RulesChange.between(Shipped.rules(), Shipped.rules());
    assertThat(change.edits()).isEmpty();
    assertThat(change.invariants()).isEmpty();
    assertThat(change.same()).isEqualTo(Shipped.rules().rules().size());
    assertThat(Bump.of(change, new Totals(0)).size()).isEqualTo(Size.PATCH);
  }

  @Test
  void layoutCommentsAndOrderAreNoChange() {
    RulesChange change =
        edited(
            "lack-of-warm-up.drl",
            "  Workout( longSitBefore == \"yes\" )\n",
            "  // a comment\n  Workout(\n    longSitBefore   in ( \"yes\" )\n  )\n");
    assertThat(change.edits()).isEmpty();
    change =
        edited(
            "lack-of-warm-up.drl",
            "novelty == \"usual\", loadJump == \"no\", volumeJump == \"no\", effort in ( \"easy\", \"moderate\", \"hard\" )",
            "effort in ( \"hard\", \"easy\", \"moderate\" ), loadJump == \"no\", volumeJump == \"no\", novelty == \"usual\"");
    assertThat(change.edits()).isEmpty();
    assertThat(edited("lack-of-warm-up.drl", "pctE1rm > 0.80", "pctE1rm > 0.8").edits()).isEmpty();
  }

  @Test
  void aThresholdThatMovedIsShownWithBothPlaces() {
    Edit edit =
        only(
            edited(
                "red-flags.drl",
                "\n\nrule \"completeness: severe pain, and a question on the nerves open\"\n  @source( \"house\" )\nwhen\n  Soreness( worst >= 7 ",
                "\n\n\nrule \"completeness: severe pain, and a question on the nerves open\"\n  @source( \"house\" )\nwhen\n  Soreness( worst >= 8 "));
    assertThat(edit.kind()).isEqualTo(Kind.CHANGED);
    Detail detail = edit.details().get(0);
    assertThat(detail.before()).contains("worst >= 7");
    assertThat(detail.after()).contains("worst >= 8");
    assertThat(detail.is().line()).isEqualTo(detail.was().line() + 1);
    assertThat(edit.textOnly()).isFalse();
  }

  @Test
  void aTextThatChangedIsText() {
    Edit edit =
        only(edited("lack-of-warm-up.drl", "there was no general warm-up\"", "no warm-up\""));
    assertThat(edit.name()).isEqualTo(RULE);
    assertThat(edit.textOnly()).isTrue();
  }

  @Test
  void aStrengthThatChangedIsAnEffect() {
    Edit edit =
        only(
            edited(
                "lack-of-warm-up.drl",
                "moderately().group(\"warm-up\").because(\"there was no general",
                "strongly().group(\"warm-up\").because(\"there was no general"));
    Detail detail = edit.details().get(0);
    assertThat(detail.before()).endsWith(".moderately()");
    assertThat(detail.after()).endsWith(".strongly()");
    assertThat(edit.changesEffect()).isTrue();
  }

  @Test
  void anotherNameIsARename() {
    RulesChange change = edited("lack-of-warm-up.drl", RULE, "lack of warm-up: none at all");
    Edit edit = only(change);
    assertThat(edit.kind()).isEqualTo(Kind.RENAMED);
    assertThat(change.renamed()).isEqualTo(Map.of(RULE, "lack of warm-up: none at all"));
    assertThat(change.same()).isEqualTo(Shipped.rules().rules().size() - 1);
    assertThat(Bump.of(change, new Totals(0)).size()).isEqualTo(Size.PATCH);
  }

  @Test
  void aRuleThatWentSaysWhatItRead() {
    RuleSet without = Edited.without("red-flags.drl", "red flag RF05: loss of sexual feeling");
    Edit edit = only(RulesChange.between(Shipped.rules(), without));
    assertThat(edit.kind()).isEqualTo(Kind.REMOVED);
    assertThat(edit.details().get(0).before()).isEqualTo("Nerves( sexual == \"yes\" )");
    Edit back = only(RulesChange.between(without, Shipped.rules()));
    assertThat(back.kind()).isEqualTo(Kind.ADDED);
    assertThat(back.name()).isEqualTo(edit.name());
  }

  @Test
  void questionsCausesRemediesAndTheScaleAreCompared() {
    assertThat(
            only(edited("conclusions.drl", "@likely( \"100\" )", "@likely( \"110\" )")).subject())
        .isEqualTo(Subject.SCALE);
    assertThat(
            only(edited("lack-of-warm-up.drl", "@start( \"-90\" )", "@start( \"-80\" )")).title())
        .isEqualTo("cause lack-of-warm-up");
    Edit added =
        only(
            edited(
                "questions.drl",
                "\n\n  experience : String",
                "\n\n  cat : String @ask( \"Have you a cat?\" ) @tier( \"optional\" ) @who( \"client\" )\n\n  experience : String"));
    assertThat(added.title()).isEqualTo("question client.cat");
    Edit label = only(edited("questions.drl", "never: never |", "never: not ever |"));
    assertThat(label.textOnly()).isTrue();
    RulesChange answer = edited("questions.drl", "former: not any more | ", "");
    assertThat(only(answer).details().get(0).before()).isEqualTo("former");
    assertThat(Bump.of(answer, new Totals(0)).size()).isEqualTo(Size.MAJOR);
  }

  @Test
  void anInvariantRemovedOrWeakenedIsALoss() {
    String name = "numb or different between the legs is an emergency";
    List<InvariantEdit> removed =
        edited("safety.yaml", "- invariant: " + name, "- invariant: another one").invariants();
    assertThat(removed).extracting(InvariantEdit::fate).doesNotContain(InvariantEdit.Fate.REMOVED);
    RulesChange weaker =
        edited(
            "safety.yaml",
            "then: { noKinds: [ training, self-treatment ] }",
            "then: { noKinds: [ training ] }");
    assertThat(weaker.losesInvariant()).isTrue();
    assertThat(weaker.invariants().get(0).lost().toString()).contains("noKinds: self-treatment");
    assertThat(Bump.of(weaker, new Totals(0)).size()).isEqualTo(Size.MAJOR);
    RulesChange stricter =
        edited(
            "safety.yaml",
            "if: { triage: at least urgent }\n  then: { noKinds",
            "if: { triage: at least soon }\n  then: { noKinds");
    assertThat(stricter.losesInvariant()).isFalse();
    RulesChange narrower =
        edited(
            "safety.yaml",
            "if: { triage: at least urgent }\n  then: { noKinds",
            "if: { triage: emergency }\n  then: { noKinds");
    assertThat(narrower.losesInvariant()).isTrue();
    Map<String, byte[]> files = Shipped.files();
    files.remove("safety.yaml");
    RulesChange gone = RulesChange.between(Shipped.rules(), RuleSet.of(files));
    assertThat(gone.invariants()).allMatch(i -> i.fate() == InvariantEdit.Fate.REMOVED);
    assertThat(
            new String(Shipped.files().get("safety.yaml"), StandardCharsets.UTF_8)
                .split("- invariant:"))
        .hasSize(gone.invariants().size() + 1);
  }
}
