package dev.spotter.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.Shipped;
import dev.spotter.assess.Assessment;
import dev.spotter.assess.Assessor;
import dev.spotter.rules.Action;
import dev.spotter.rules.RuleSet;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The cases beside the shipped rules, as the command runs them. */
class ShippedCasesTest {
  private final RuleSet rules = Shipped.rules();
  private final List<Case> cases = CaseRunner.casesOf(rules);
  private final CaseRunner runner = new CaseRunner(rules);

  @TestFactory
  Stream<DynamicTest> everyCaseHolds() {
    return runner.run(cases).stream()
        .map(
            r ->
                DynamicTest.dynamicTest(
                    r.example().file() + ":" + r.example().line() + " " + r.example().name(),
                    () -> assertThat(r.failures()).isEmpty()));
  }

  @Test
  void everyRuleHasACaseAndANearMiss() {
    assertThat(runner.run(cases)).isNotEmpty();
    assertThat(runner.lawless()).isEmpty();
  }

  @Test
  void everyCauseAndSubtypeCanComeFirst() {
    Set<String> first = new HashSet<>();
    Set<String> likely = new HashSet<>();
    Assessor assessor = new Assessor(rules);
    CaseIntake intakes = new CaseIntake(rules.vocabulary());
    for (Case example : cases) {
      CaseIntake.Client client = intakes.client(example, Map.of());
      if (client.intake() != null) {
        Assessor.Settings settings =
            Assessor.Settings.at(
                OffsetDateTime.of(2026, 1, 5, 12, 0, 0, 0, ZoneOffset.UTC), ZoneOffset.UTC);
        Assessment answer = assessor.assess(client.intake(), settings.measuring(client.measures()));
        Assessment.Cause leader = answer.causes().get(0);
        first.add(leader.id());
        first.add(leader.id() + "/" + leader.subtype());
        answer.causes().stream()
            .filter(c -> c.likelihood().equals("likely"))
            .forEach(c -> likely.add(c.id()));
      }
    }
    assertThat(first).containsAll(rules.vocabulary().causes().keySet());
    assertThat(first).containsAll(subtypes());
    assertThat(likely).containsAll(rules.vocabulary().causes().keySet());
  }

  private List<String> subtypes() {
    List<String> subtypes = new ArrayList<>();
    for (var rule : rules.rules()) {
      for (Action action : rule.actions()) {
        String subtype = action.argument("subtype");
        if (subtype != null && action.calls().get(0).name().equals("supports")) {
          subtypes.add(action.subject() + "/" + subtype);
        }
      }
    }
    return subtypes;
  }
}
