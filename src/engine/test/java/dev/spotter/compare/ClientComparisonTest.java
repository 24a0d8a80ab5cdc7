package dev.spotter.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.Shipped;
import dev.spotter.assess.Assessor;
import dev.spotter.assess.Decision;
import dev.spotter.compare.Totals.Group;
import dev.spotter.fact.Level;
import dev.spotter.intake.Intake;
import dev.spotter.intake.Problem;
import dev.spotter.intake.Reading;
import dev.spotter.prove.Clients;
import dev.spotter.rules.RuleSet;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Counts that add up against two decisions made independently. */
class ClientComparisonTest {
  private static final int CLIENTS = 300;
  private static final long SEED = 20260302;
  private static final Assessor.Settings SETTINGS =
      Assessor.Settings.at(
          OffsetDateTime.of(2026, 3, 2, 9, 0, 0, 0, ZoneOffset.UTC), ZoneOffset.UTC);

  private static List<Intake> clients() {
    Clients clients = new Clients(Shipped.rules(), SEED);
    List<Intake> intakes = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      intakes.add(clients.client(i).intake());
    }
    return intakes;
  }

  private static Totals compared(RuleSet after, int pieces) {
    ClientComparison comparison = new ClientComparison(Shipped.rules(), after, SETTINGS);
    List<Intake> clients = clients();
    Totals all = new Totals(5);
    for (int piece = 0; piece < pieces; piece++) {
      Totals some = new Totals(5);
      int size = CLIENTS / pieces;
      for (Intake intake : clients.subList(piece * size, (piece + 1) * size)) {
        Reading reading = new Reading.Read(intake, List.of());
        comparison.compare("made-up", 1, reading, reading, some);
      }
      all.add(some);
    }
    return all;
  }

  private static void addsUp(RuleSet after) {
    Totals totals = compared(after, 1);
    Assessor old = new Assessor(Shipped.rules());
    Assessor fresh = new Assessor(after);
    long fell = 0;
    long rose = 0;
    long first = 0;
    long verdict = 0;
    long likelihood = 0;
    long remedies = 0;
    long emergencies = 0;
    for (Intake client : clients()) {
      Decision a = old.decide(client, SETTINGS);
      Decision b = fresh.decide(client, SETTINGS);
      fell += b.level().compareTo(a.level()) < 0 ? 1 : 0;
      rose += b.level().compareTo(a.level()) > 0 ? 1 : 0;
      first += a.first().equals(b.first()) ? 0 : 1;
      verdict += a.verdict().equals(b.verdict()) ? 0 : 1;
      remedies += a.remedies().equals(b.remedies()) && a.withheld().equals(b.withheld()) ? 0 : 1;
      emergencies += b.level() == Level.EMERGENCY ? 1 : 0;
      likelihood +=
          a.causes().stream().anyMatch(c -> !c.likelihood().equals(b.cause(c.cause()).likelihood()))
              ? 1
              : 0;
    }
    assertThat(totals.records()).isEqualTo(CLIENTS);
    assertThat(totals.count(Aspect.FELL)).isEqualTo(fell);
    assertThat(totals.count(Aspect.ROSE)).isEqualTo(rose);
    assertThat(totals.count(Aspect.FIRST)).isEqualTo(first);
    assertThat(totals.count(Aspect.VERDICT)).isEqualTo(verdict);
    assertThat(totals.count(Aspect.LIKELIHOOD)).isEqualTo(likelihood);
    assertThat(totals.count(Aspect.REMEDIES)).isEqualTo(remedies);
    assertThat(totals.after("emergency")).isEqualTo(emergencies);
    assertThat(totals.alarming()).isEqualTo(fell > 0);
    piecesAddUp(totals, compared(after, 3));
  }

  private static void piecesAddUp(Totals whole, Totals pieces) {
    assertThat(pieces.changed()).isEqualTo(whole.changed());
    for (Map.Entry<Aspect, Group> aspect : whole.aspects().entrySet()) {
      assertThat(pieces.count(aspect.getKey())).isEqualTo(aspect.getValue().count());
      Map<Reason, Group> groups = whole.groups(aspect.getKey());
      assertThat(pieces.groups(aspect.getKey()).keySet())
          .containsExactlyElementsOf(groups.keySet());
      groups.forEach(
          (reason, group) -> {
            Group same = pieces.groups(aspect.getKey()).get(reason);
            assertThat(same.count()).isEqualTo(group.count());
            assertThat(same.first()).isEqualTo(group.first());
            assertThat(group.first().size()).isEqualTo((int) Math.min(5, group.count()));
          });
    }
  }

  @Test
  void theSameRulesMakeNoDifference() {
    RuleSet same = RuleSet.of(Shipped.files());
    addsUp(same);
    assertThat(compared(same, 1).changed()).isZero();
  }

  @Test
  void aMilderFlagIsBlamedForEveryLevelThatFell() {
    RuleSet milder =
        Edited.rules("red-flags.drl", "Referral.emergency(\"RF01\")", "Referral.urgent(\"RF01\")");
    addsUp(milder);
    Totals totals = compared(milder, 1);
    assertThat(totals.count(Aspect.FELL)).isPositive();
    assertThat(totals.groups(Aspect.FELL).keySet()).containsExactly(Reason.of(0));
    assertThat(totals.aspects().get(Aspect.FELL).shifts().keySet())
        .allMatch(shift -> shift.startsWith("emergency -> "));
  }

  @Test
  void aStrengthIsBlamedForCauses() {
    RuleSet stronger =
        Edited.rules(
            "lack-of-warm-up.drl",
            "moderately().group(\"warm-up\").because(\"there was no general",
            "decisively().group(\"warm-up\").because(\"there was no general");
    addsUp(stronger);
    Totals totals = compared(stronger, 1);
    assertThat(totals.count(Aspect.LIKELIHOOD)).isPositive();
    assertThat(totals.groups(Aspect.LIKELIHOOD).keySet()).containsExactly(Reason.of(0));
    assertThat(totals.count(Aspect.FELL)).isZero();
  }

  @Test
  void theScaleIsBlamedWhereNoRuleWas() {
    RuleSet harder = Edited.rules("conclusions.drl", "@likely( \"100\" )", "@likely( \"170\" )");
    addsUp(harder);
    Totals totals = compared(harder, 1);
    assertThat(totals.count(Aspect.LIKELIHOOD)).isPositive();
    assertThat(totals.groups(Aspect.LIKELIHOOD).keySet()).containsExactly(Reason.of(0));
    assertThat(totals.groups(Aspect.REMEDIES).keySet()).containsExactly(Reason.of(0));
  }

  @Test
  void aRenamedRuleMakesNoDifference() {
    RuleSet renamed =
        Edited.rules(
            "red-flags.drl",
            "red flag RF01: changed feeling in the saddle",
            "red flag RF01: the saddle feels different");
    assertThat(compared(renamed, 1).changed()).isZero();
  }

  @Test
  void whoIsRejectedNowIsLoud() {
    RuleSet narrower = Edited.rules("questions.drl", "former: not any more | ", "");
    ClientComparison comparison = new ClientComparison(Shipped.rules(), narrower, SETTINGS);
    assertThat(comparison.sameQuestions()).isFalse();
    Problem problem =
        new Problem("made-up", "client.smoker", 1, 1, "not-offered", "no such answer", null, null);
    Totals totals = new Totals(5);
    comparison.compare(
        "made-up",
        1,
        new Reading.Read(clients().get(0), List.of()),
        new Reading.Rejected(null, List.of(problem)),
        totals);
    assertThat(totals.alarming()).isTrue();
    assertThat(totals.groups(Aspect.REJECTED).keySet()).containsExactly(Reason.of(0));
    assertThat(totals.groups(Aspect.REJECTED).get(Reason.of(0)).first().get(0).id())
        .isEqualTo("client-0");
  }
}
