package dev.spotter.prove;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.Excerpt;
import dev.spotter.Shipped;
import dev.spotter.cases.CaseResult;
import dev.spotter.cases.CaseRunner;
import dev.spotter.rules.RuleSet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Slips that somebody might make in the red flags: each is noticed, by a case or by an invariant,
 * and where an invariant breaks, no answer of the client shown can be done without.
 */
class PlantedSlipsTest {
  /** The rule after "red flag ", what stands there, and what is written instead. */
  private static final List<String[]> SLIPS =
      Stream.of(
              "RF01: changed feeling in the saddle | saddle == \"yes\" | saddle == \"unknown\"",
              "RF01: changed feeling in the saddle | Referral.emergency | Referral.urgent",
              "RF02: the bladder has changed | bladder == \"yes\" | bladder == \"only-when-lifting-as-before\"",
              "RF03: the bowel has changed | bowel == \"yes\" | bowel != \"yes\"",
              "RF04: both legs weak, or unsteady | Referral.emergency | Referral.soon",
              "RF05: sexual loss with leg symptoms | \"both-above-knee\", | ",
              "RF05: sexual loss while other signs are open | || progressing == \"unknown\" | ",
              "RF06: pain or numbness in both legs | || legNumb == \"both-legs\" | ",
              "RF06: both legs while other signs are open | saddle not in ( \"yes\", \"no\" ) | saddle == \"unknown\"",
              "RF07: a clearly weak leg or a foot that drops | Referral.urgent | Referral.soon",
              "RF07: abnormal nerve examination of the legs | neuro == \"abnormal\" | neuro == \"normal\"",
              "RF08: a slightly weak leg | Referral.soon | Referral.undetermined",
              "RF08: weakness or numbness while it is getting worse | \"worsening\", \"better-then-worse-again\" | \"worsening\"",
              "RF09: fever or feeling really ill | fever == \"yes\" | fever == \"no\"",
              "RF09: very unwell | Referral.emergency | Referral.urgent",
              "RF10: germs may have got in, and fever | fever == \"yes\" | fever == \"unknown\"",
              "RF10: injected drugs or weak defences, and fever | contains \"immune-suppressed\" | contains \"diabetes\"",
              "RF11: cancer in the past, and not plainly muscle soreness | durationDays > 7 | durationDays > 17",
              "RF11: cancer in the past, and not plainly muscle soreness | boneTender != \"no\" | boneTender == \"yes\"",
              "RF12: losing weight after cancer | Referral.urgent | Referral.soon",
              "RF13: a fall, a blow, or the bar dropped on you | trauma == \"yes\" | trauma == \"unknown\"",
              "RF13: bones that break easily, and pain on the spine itself | age >= 70 | age > 70",
              "RF14: dark urine | Referral.emergency | Referral.urgent",
              "RF14: a hard, swollen back muscle with severe pain | worst >= 7 | worst > 7",
              "RF14: a hard, swollen back muscle with severe pain | || worst == null | ",
              "RF14: terrible soreness within a day, and rising | worst >= 8 | worst >= 9",
              "RF14: severe pain after a hard session in a body at risk of muscle breakdown | contains \"previous-rhabdo\" | contains \"diabetes\"",
              "RF15: sudden severe pain, then weakness or numbness within a day | || hoursSince == null | ",
              "RF15: sudden severe pain, then weakness or numbness within a day | hoursSince <= 24 | hoursSince <= 2",
              "RF15: blood thinner, sudden severe pain | \"sudden-later-trivial-move\" | \"24-to-72h-after\"")
          .map(s -> s.split(" \\| ", -1))
          .toList();

  private static final List<String> BY_CASES = new ArrayList<>();
  private static final List<String> BY_INVARIANTS = new ArrayList<>();

  @TestFactory
  Stream<DynamicTest> eachIsNoticed() {
    assertThat(SLIPS).hasSize(30);
    return SLIPS.stream()
        .map(s -> DynamicTest.dynamicTest(s[0] + ": " + s[1] + " to " + s[2], () -> noticed(s)));
  }

  @AfterAll
  static void say() {
    System.out.printf(
        "planted slips: %d, noticed by an invariant %d, by a case %d: %s%n",
        SLIPS.size(), BY_INVARIANTS.size(), BY_CASES.size(), BY_CASES);
  }

  private static void noticed(String[] slip) {
    Map<String, byte[]> files = Shipped.with("red-flags.drl", edited(slip));
    // Nothing but red flags bears on a level, and few rules compile sooner.
    RuleSet flags =
        RuleSet.of(new Excerpt(Shipped.rules(), files).with(r -> r.file().equals("red-flags.drl")));
    Proof proof = new Prover(flags, SafetyFile.of(flags), 20260302L).upTo(300).prove(0, done -> {});
    if (!proof.broken().isEmpty()) {
      BY_INVARIANTS.add(slip[0]);
      proof.broken().forEach(b -> minimal(flags, b));
      return;
    }
    RuleSet rules = RuleSet.of(files);
    List<CaseResult> failed =
        new CaseRunner(rules)
            .run(CaseRunner.casesOf(rules)).stream().filter(r -> !r.passed()).toList();
    BY_CASES.add(slip[0]);
    assertThat(failed.stream().flatMap(r -> r.failures().stream()).toList())
        .as("a case names the rule")
        .anyMatch(f -> f.contains(slip[0]));
  }

  /** Without any one of its answers the client breaks nothing, and with them it does. */
  private static void minimal(RuleSet rules, Broken broken) {
    Verifier verifier = new Verifier(new dev.spotter.assess.Assessor(rules));
    assertThat(breaks(verifier, broken.invariant(), broken.client())).isTrue();
    for (String question : broken.client().answers().keySet()) {
      assertThat(breaks(verifier, broken.invariant(), broken.client().with(question, null)))
          .as("%s is needed in %s", question, broken.client().text())
          .isFalse();
    }
  }

  private static boolean breaks(Verifier verifier, Invariant invariant, Client client) {
    Verifier.Tried tried = verifier.tried(client);
    return verifier.applies(invariant, tried) && verifier.wrong(invariant, tried, null) != null;
  }

  private static String edited(String[] slip) {
    String flags = new String(Shipped.files().get("red-flags.drl"), StandardCharsets.UTF_8);
    int begin = flags.indexOf("rule \"red flag " + slip[0] + "\"");
    assertThat(begin).as(slip[0]).isPositive();
    int end = flags.indexOf("\nend", begin);
    String rule = flags.substring(begin, end);
    assertThat(rule).contains(slip[1]);
    int at = rule.indexOf(slip[1], rule.indexOf("when"));
    return flags.substring(0, begin)
        + rule.substring(0, at)
        + slip[2]
        + rule.substring(at + slip[1].length())
        + flags.substring(end);
  }
}
