package dev.spotter.assess;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.fact.Evidence;
import dev.spotter.fact.Evidence.Strength;
import dev.spotter.rules.Insertion;
import dev.spotter.rules.Rule;
import dev.spotter.rules.Scale;
import dev.spotter.vocabulary.Cause;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WeighingTest {
  private static final Scale SCALE =
      new Scale(
          Map.of(
              Strength.DECISIVE,
              300,
              Strength.STRONG,
              160,
              Strength.MODERATE,
              90,
              Strength.WEAK,
              45),
          100,
          0,
          50,
          4,
          "technique.observer",
          Map.of("trainer-live", 100, "self-feel-only", 40, "unknown", 40, "nobody", 0));
  private static final Cause FATIGUE = new Cause("fatigue", "Fatigue", 0, Set.of(), Set.of());
  private static final Cause FORM =
      new Cause("form", "Form", -40, Set.of("faults", "pattern"), Set.of());
  private static final Cause PICTURED =
      new Cause("pictured", "Pictured", 0, Set.of(), Set.of("clock"));

  private int rules;

  private Insertion found(Evidence evidence) {
    int order = rules++;
    return new Insertion(
        new Rule(
            "rule " + order,
            "a.drl",
            order,
            order,
            Rule.Layer.FINDING,
            List.of(),
            List.of(),
            List.of()),
        evidence);
  }

  private static Weighing.Sum of(List<Weighing.Sum> sums, Cause cause) {
    return sums.stream().filter(s -> s.cause() == cause).findFirst().orElseThrow();
  }

  private static List<Weighing.Sum> weigh(Object observer, List<Insertion> found) {
    return new Weighing(SCALE, observer).sums(List.of(FATIGUE, FORM), found);
  }

  @Test
  void ofAGroupTheStrongestCountsAndHalfOfTheNextRoundedTowardZero() {
    List<Insertion> found =
        List.of(
            found(Evidence.supports("fatigue").weakly().group("clock").because("a")),
            found(Evidence.supports("fatigue").strongly().group("clock").because("b")),
            found(Evidence.supports("fatigue").weakly().group("clock").because("c")));
    assertThat(of(weigh(null, found), FATIGUE).points()).isEqualTo(160 + 22);
  }

  @Test
  void forAndAgainstOfAGroupAreCountedApart() {
    List<Insertion> found =
        List.of(
            found(Evidence.supports("fatigue").strongly().group("clock").because("a")),
            found(Evidence.opposes("fatigue").moderately().group("clock").because("b")));
    assertThat(of(weigh(null, found), FATIGUE).points()).isEqualTo(160 - 90);
  }

  @Test
  void evidenceWithoutAGroupIsItsOwn() {
    List<Insertion> found =
        List.of(
            found(Evidence.supports("fatigue").moderately().because("a")),
            found(Evidence.supports("fatigue").moderately().because("b")),
            found(Evidence.supports("fatigue").moderately().because("c")));
    assertThat(of(weigh(null, found), FATIGUE).points()).isEqualTo(270);
  }

  @Test
  void aRuleCountsOnceHoweverOftenItFires() {
    Insertion once = found(Evidence.supports("fatigue").strongly().because("a"));
    assertThat(of(weigh(null, List.of(once, once, once)), FATIGUE).points()).isEqualTo(160);
  }

  @Test
  void whatWasObservedWeighsByWhoSawIt() {
    Insertion fault =
        found(Evidence.supports("form").strongly().group("faults").asObserved().because("a"));
    assertThat(of(weigh("trainer-live", List.of(fault)), FORM).points()).isEqualTo(120);
    assertThat(of(weigh("self-feel-only", List.of(fault)), FORM).points()).isEqualTo(24);
    assertThat(of(weigh(null, List.of(fault)), FORM).points()).isEqualTo(24);
    assertThat(of(weigh("nobody", List.of(fault)), FORM).points()).isEqualTo(-40);
  }

  @Test
  void aCauseLeadsOnlyWithEvidenceOfItsOwnGroups() {
    Insertion clock = found(Evidence.supports("form").decisively().group("clock").because("a"));
    assertThat(weigh(null, List.of(clock)).get(0).cause()).isEqualTo(FATIGUE);
    Insertion pattern = found(Evidence.supports("form").weakly().group("pattern").because("b"));
    assertThat(weigh(null, List.of(clock, pattern)).get(0).cause()).isEqualTo(FORM);
  }

  @Test
  void aFaultThatNobodySawDoesNotLetItsCauseLead() {
    Insertion clock = found(Evidence.supports("form").decisively().group("clock").because("a"));
    Insertion fault =
        found(Evidence.supports("form").strongly().group("faults").asObserved().because("b"));
    assertThat(weigh("nobody", List.of(clock, fault)).get(0).cause()).isEqualTo(FATIGUE);
  }

  @Test
  void aCauseIsCalledLikelyOnlyWithEvidenceOfTheGroupsItAsksFor() {
    Insertion picture =
        found(Evidence.supports("pictured").decisively().group("picture").because("a"));
    Insertion clock = found(Evidence.supports("pictured").weakly().group("clock").because("b"));
    Insertion against = found(Evidence.opposes("pictured").weakly().group("clock").because("c"));
    assertThat(word(picture)).isEqualTo("possible");
    assertThat(word(picture, against)).isEqualTo("possible");
    assertThat(word(picture, clock)).isEqualTo("likely");
  }

  private static String word(Insertion... found) {
    return new Weighing(SCALE, null).sums(List.of(PICTURED), List.of(found)).get(0).word();
  }

  @Test
  void theSubtypeWithMostPointsIsNamedAndATieIsNot() {
    Insertion strain =
        found(Evidence.supports("fatigue").moderately().subtype("strain").because("a"));
    Insertion sprain =
        found(Evidence.supports("fatigue").moderately().subtype("sprain").because("b"));
    Insertion more = found(Evidence.supports("fatigue").weakly().subtype("sprain").because("c"));
    assertThat(of(weigh(null, List.of(strain)), FATIGUE).subtype()).isEqualTo("strain");
    assertThat(of(weigh(null, List.of(strain, sprain)), FATIGUE).subtype()).isNull();
    assertThat(of(weigh(null, List.of(strain, sprain, more)), FATIGUE).subtype())
        .isEqualTo("sprain");
  }

  @Test
  void theOrderOfFiringChangesNothing() {
    Random random = new Random(7);
    List<Insertion> found = new ArrayList<>();
    Strength[] strengths = Strength.values();
    for (int i = 0; i < 40; i++) {
      Evidence evidence =
          random.nextBoolean() ? Evidence.supports("form") : Evidence.opposes("form");
      Strength strength = strengths[random.nextInt(4)];
      Evidence strong =
          switch (strength) {
            case DECISIVE -> evidence.decisively();
            case STRONG -> evidence.strongly();
            case MODERATE -> evidence.moderately();
            case WEAK -> evidence.weakly();
          };
      found.add(
          found(
              strong.group("g" + random.nextInt(6)).subtype("s" + random.nextInt(4)).because("-")));
    }
    List<Weighing.Sum> before = weigh("trainer-live", found);
    for (int i = 0; i < 50; i++) {
      Collections.shuffle(found, random);
      assertThat(weigh("trainer-live", found)).isEqualTo(before);
    }
  }
}
