package dev.spotter.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spotter.Shipped;
import dev.spotter.assess.Decision;
import dev.spotter.intake.Reading;
import dev.spotter.rules.RuleSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The invariants that the project ships, and what becomes of an edit that breaks one. */
class ProverTest {
  private static final long SEED = Long.getLong("spotter.seed", 20260302L);
  private static final int CASES = 5_000;
  private static final int CLIENTS = Integer.getInteger("spotter.clients", 10_000);

  @Test
  void theShippedInvariantsHold() {
    RuleSet rules = Shipped.rules();
    System.out.println("invariants: seed " + SEED + ", " + CLIENTS + " clients");
    Proof proof =
        new Prover(rules, SafetyFile.of(rules), SEED).upTo(CASES).prove(CLIENTS, done -> {});
    assertThat(proof.broken())
        .as("seed %d", SEED)
        .extracting(b -> b.invariant().name() + ": " + b.how() + " " + b.client().text())
        .isEmpty();
    assertThat(proof.settled().size()).as("hold whatever else is answered").isGreaterThan(60);
    assertThat(proof.vacuous()).isEmpty();
    assertThat(proof.holds()).isTrue();
    if (CLIENTS >= 10_000) {
      // A short run has few rounds to aim in; in a million the rarest rule fires three thousand
      // times.
      assertThat(proof.fired().entrySet())
          .as("every rule fires for one client in two thousand, seed %d", SEED)
          .allMatch(e -> e.getValue() >= CLIENTS / 2000);
    }
  }

  @Test
  void aBrokenFlagIsShownByTheSmallestClient() throws IOException {
    String flags = new String(Shipped.files().get("red-flags.drl"), StandardCharsets.UTF_8);
    String edited = flags.replace("Nerves( saddle == \"yes\" )", "Nerves( saddle == \"unknown\" )");
    assertThat(edited).isNotEqualTo(flags);
    RuleSet rules = RuleSet.of(Shipped.with("red-flags.drl", edited));
    List<Invariant> one =
        SafetyFile.of(rules).stream()
            .filter(i -> i.name().equals("numb or different between the legs is an emergency"))
            .toList();
    Proof proof = new Prover(rules, one, SEED).prove(3_000, done -> {});
    assertThat(proof.holds()).isFalse();
    Broken broken = proof.broken().get(0);
    assertThat(broken.client().answers()).isEqualTo(Map.of("nerves.saddle", "yes"));
    assertThat(broken.how()).isEqualTo("the level is undetermined");

    // What is printed is an intake that shows it.
    List<Reading> readings = new ArrayList<>();
    new dev.spotter.intake.IntakeReader(rules.vocabulary())
        .read(
            "shown.json",
            new ByteArrayInputStream(broken.client().text().getBytes(StandardCharsets.UTF_8)),
            readings::add);
    assertThat(readings).singleElement().isInstanceOf(Reading.Read.class);
    Decision again =
        new dev.spotter.assess.Assessor(rules)
            .decide(((Reading.Read) readings.get(0)).intake(), broken.client().settings());
    assertThat(again).isEqualTo(broken.decision());
  }

  /** Of six million ways to answer, one that no random client meets. */
  @Test
  void whatOneAnswerInManyBreaksIsFoundByGoingThroughAllOfThem() {
    RuleSet rules =
        RuleSet.of(
            Shipped.with(
                "safety.yaml",
                """
                - invariant: pain in both legs is urgent, but this line asks too much of one number
                  if: { nerves.legPain: both-legs, client.age: 37, soreness.durationDays: 17, soreness.worst: 3 }
                  then: { triage: emergency }
                  source: house
                """));
    Proof proof = new Prover(rules, SafetyFile.of(rules), SEED).prove(0, done -> {});
    assertThat(proof.settled()).isEmpty();
    assertThat(proof.broken().get(0).client().answers())
        .containsOnlyKeys(
            "nerves.legPain",
            "nerves.saddle",
            "nerves.bladder",
            "nerves.bowel",
            "nerves.legWeak",
            "client.age",
            "soreness.durationDays",
            "soreness.worst");
  }

  @Test
  void theSameSeedFindsTheSame() {
    RuleSet rules = Shipped.rules();
    List<Invariant> invariants = SafetyFile.of(rules);
    Proof once = new Prover(rules, invariants, 7).upTo(100).prove(2_000, done -> {});
    Proof again = new Prover(rules, invariants, 7).upTo(100).prove(2_000, done -> {});
    assertThat(again).isEqualTo(once);
  }

  @Test
  void anInvariantThatIsAboutNobodyProvesNothing() {
    RuleSet rules =
        RuleSet.of(
            Shipped.with(
                "safety.yaml",
                """
                - invariant: nobody can be so
                  if: { client.age: "< 0" }
                  then: { triage: emergency }
                  source: house
                """));
    Proof proof = new Prover(rules, SafetyFile.of(rules), SEED).prove(500, done -> {});
    assertThat(proof.broken()).isEmpty();
    assertThat(proof.vacuous()).hasSize(1);
    assertThat(proof.holds()).isFalse();
  }

  @Test
  void aFolderWithoutInvariantsProvesNothing() {
    Map<String, byte[]> files = Shipped.files();
    files.remove(SafetyFile.NAME);
    RuleSet rules = RuleSet.of(files);
    assertThat(new Prover(rules, SafetyFile.of(rules), SEED).prove(0, done -> {}).holds())
        .isFalse();
  }

  @Test
  void aSlipInTheFileIsNamedWithItsLine() {
    refused(
        "- invariant: x\n  if: { nerves.sadle: \"yes\" }\n  then: { triage: emergency }\n  source: house\n",
        "safety.yaml:2: there is no question nerves.sadle; did you mean nerves.saddle?");
    refused(
        "- invariant: x\n  if: { nerves.saddle: maybe }\n  then: { triage: emergency }\n  source: house\n",
        "safety.yaml:2: nerves.saddle cannot be maybe; it is open, unknown, or yes, no");
    refused(
        "- invariant: x\n  then: { triage: emergancy }\n  source: house\n",
        "safety.yaml:2: there is no level 'emergancy'");
    refused(
        "- invariant: x\n  then: { noRemedies: [ strech ] }\n  source: house\n",
        "safety.yaml:2: there is no remedy 'strech'; did you mean stretch?");
    refused(
        "- invariant: x\n  then: { triage: emergency }\n  source: S999\n",
        "safety.yaml:1: there is no source 'S999'");
    refused("- invariant: x\n  then: {}\n  source: house\n", "safety.yaml:2: then: says one of");
  }

  private static void refused(String text, String message) {
    RuleSet rules = RuleSet.of(Shipped.with(SafetyFile.NAME, text));
    assertThatThrownBy(() -> SafetyFile.of(rules))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(message);
  }
}
