package dev.spotter.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.spotter.Shipped;
import dev.spotter.assess.Assessment;
import dev.spotter.assess.Assessor;
import dev.spotter.assess.Decision;
import dev.spotter.assess.Examined;
import dev.spotter.explain.Asked.Kind;
import dev.spotter.intake.Answer;
import dev.spotter.intake.Intake;
import dev.spotter.prove.Client;
import dev.spotter.prove.Clients;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Question;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExplainerTest {
  private static final long SEED = Long.getLong("spotter.seed", 20260302L);
  private static final RuleSet RULES = Shipped.rules();
  private static final Assessor ASSESSOR = new Assessor(RULES);
  private static final Explainer EXPLAINER = new Explainer(ASSESSOR);
  private static final Clients CLIENTS = new Clients(RULES, SEED);

  private static Why why(Client client, Kind kind, String id) {
    return EXPLAINER.why(client.intake(), client.settings(), List.of(new Asked(kind, id))).get(0);
  }

  private static WhyNot whyNot(Client client, Kind kind, String id) {
    return EXPLAINER
        .whyNot(client.intake(), client.settings(), List.of(new Asked(kind, id)))
        .get(0);
  }

  @Test
  void theGroundsOfACauseAddUpToItsPoints() {
    for (int i = 0; i < 30; i++) {
      Client client = CLIENTS.client(i);
      Assessment answer = ASSESSOR.assess(client.intake(), client.settings());
      for (Assessment.Cause cause : answer.causes()) {
        int sum = cause.start();
        for (Ground ground : why(client, Kind.CAUSE, cause.id()).grounds()) {
          sum += ground.role() == Ground.Role.OPPOSES ? -ground.counted() : ground.counted();
          assertThat(ground.line()).isPositive();
          assertThat(ground.sources()).isNotEmpty();
          assertThat(ground.read()).isNotEmpty();
        }
        assertThat(sum).as(client.text()).isEqualTo(cause.points());
      }
    }
  }

  @Test
  void withoutAConclusionTheLevelTheVerdictAndEveryRemedyAreExplained() {
    for (int i = 0; i < 60; i++) {
      Client client = CLIENTS.client(i);
      Decision decision = ASSESSOR.decide(client.intake(), client.settings());
      List<Why> whys = EXPLAINER.why(client.intake(), client.settings(), List.of());
      assertThat(whys.get(0).asked()).isEqualTo(Asked.of(decision.level()));
      assertThat(whys.get(1).asked().kind()).isIn(Kind.CAUSE, Kind.VERDICT);
      assertThat(whys.stream().skip(2).map(w -> w.asked().id()))
          .containsExactlyElementsOf(decision.remedies());
      assertThat(whys).allMatch(Why::so);
    }
  }

  @Test
  void everyRuleThatFiredCanBeAskedAbout() {
    Client client = CLIENTS.client(4);
    Set<String> fired = ASSESSOR.decide(client.intake(), client.settings()).fired();
    List<Asked> asked =
        RULES.rules().stream()
            .filter(r -> r.order() % 5 == 0)
            .map(r -> new Asked(Kind.RULE, r.name()))
            .toList();
    List<Why> whys = EXPLAINER.why(client.intake(), client.settings(), asked);
    assertThat(whys).anyMatch(Why::so);
    assertThat(whys).allSatisfy(w -> assertThat(w.so()).isEqualTo(fired.contains(w.asked().id())));
  }

  @Test
  void anAnswerProposedForARuleMakesItFire() {
    Random random = new Random(SEED);
    List<Rule> all = List.copyOf(RULES.rules());
    int proposed = 0;
    for (int i = 0; i < 50; i++) {
      Rule rule = all.get(random.nextInt(all.size()));
      Rule other = all.get(random.nextInt(all.size()));
      Client client = CLIENTS.client(i, i % 3 == 0 ? other : rule);
      WhyNot whyNot = whyNot(client, Kind.RULE, rule.name());
      for (Change change : whyNot.changes()) {
        assertThat(change.answers()).hasSizeLessThanOrEqualTo(3);
        for (Object answer : change.answers()) {
          Decision then =
              ASSESSOR.decide(with(client.intake(), change.question(), answer), client.settings());
          assertThat(then.fired()).as(client.text() + change).contains(rule.name());
          proposed++;
        }
      }
      if (!whyNot.so() && rule.layer() == Rule.Layer.FINDING) {
        noAnswerIsProposedThatAFailingConditionDoesNotRead(whyNot);
      }
    }
    System.out.println("why-not: seed " + SEED + ", " + proposed + " answers proposed");
    assertThat(proposed).isPositive();
  }

  private static void noAnswerIsProposedThatAFailingConditionDoesNotRead(WhyNot whyNot) {
    for (Stand failed : whyNot.silent().get(0).failed()) {
      Set<String> read = failed.read().stream().map(Answered::id).collect(Collectors.toSet());
      assertThat(whyNot.changes())
          .allMatch(
              c ->
                  read.contains(c.question()) || read.stream().anyMatch(r -> r.startsWith("comp")));
    }
  }

  private static Intake with(Intake told, String question, Object answer) {
    Map<String, Answer> answers = new LinkedHashMap<>(told.answers());
    answers.put(question, Answer.of(answer));
    return new Intake(told.id(), told.at(), told.zone(), answers, told.history());
  }

  @Test
  void anAnswerProposedForAConclusionBringsItAbout() {
    for (int i = 0; i < 6; i++) {
      Client client = CLIENTS.client(i);
      for (Change change : whyNot(client, Kind.LEVEL, "urgent").changes()) {
        assertThat(then(client, change).level().word()).isEqualTo("urgent");
      }
      for (Change change : whyNot(client, Kind.CAUSE, "injury").changes()) {
        Decision then = then(client, change);
        assertThat(change.level()).isEqualTo(then.level());
        boolean reached =
            change.goal().endsWith("likely")
                ? Objects.requireNonNull(then.cause("injury")).likelihood().equals("likely")
                : then.first().equals("injury");
        assertThat(reached).as(change.toString()).isTrue();
      }
    }
  }

  private static Decision then(Client client, Change change) {
    Object answer = change.answers().isEmpty() ? null : change.answers().get(0);
    Question question = Objects.requireNonNull(RULES.vocabulary().question(change.question()));
    Intake changed = new Candidates.Candidate(question, answer).in(client.intake());
    return ASSESSOR.decide(changed, client.settings());
  }

  @Test
  void aRemedyThatIsHeldBackNamesTheRuleThatHoldsIt() {
    int held = 0;
    for (int i = 0; i < 200; i++) {
      Client client = CLIENTS.client(i);
      Examined examined = ASSESSOR.examine(client.intake(), client.settings());
      for (Assessment.Withheld withheld : examined.assessment().withheld()) {
        if (held++ < 10) {
          WhyNot whyNot = whyNot(client, Kind.REMEDY, withheld.id());
          assertThat(whyNot.so()).isFalse();
          assertThat(whyNot.grounds()).anyMatch(g -> g.rule().equals(withheld.rule()));
          assertThat(whyNot.grounds()).allMatch(g -> g.role() == Ground.Role.WITHHOLDS);
        }
      }
    }
    assertThat(held).isPositive();
  }

  @Test
  void everySilentRuleNamesAConditionThatFailed() {
    for (int i = 0; i < 6; i++) {
      Client client = CLIENTS.client(i);
      Set<String> fired = ASSESSOR.decide(client.intake(), client.settings()).fired();
      WhyNot whyNot = whyNot(client, Kind.CAUSE, "form-issues");
      assertThat(whyNot.silent()).allMatch(s -> !fired.contains(s.rule()));
      assertThat(whyNot.silent()).allMatch(s -> !s.failed().isEmpty());
      List<Integer> failures = whyNot.silent().stream().map(s -> s.failed().size()).toList();
      assertThat(failures).isSorted();
    }
  }

  @Test
  void everythingThatTheRulesNameCanBeAskedAbout() {
    assertThat(Asked.named(RULES, "emergency"))
        .containsExactly(new Asked(Kind.LEVEL, "emergency"), new Asked(Kind.REMEDY, "emergency"));
    assertThat(Asked.named(RULES, "remedy:emergency")).hasSize(1);
    assertThat(Asked.named(RULES, "rf01")).containsExactly(new Asked(Kind.FLAG, "RF01"));
    Set<String> names = new HashSet<>(RULES.vocabulary().causes().keySet());
    names.addAll(RULES.vocabulary().remedies().keySet());
    RULES.rules().forEach(r -> names.add(r.name()));
    assertThat(names).allSatisfy(n -> assertThat(Asked.named(RULES, n)).isNotEmpty());
  }

  @Test
  void aMisspeltNameIsAnsweredWithTheNearest() {
    assertThatThrownBy(() -> Asked.named(RULES, "muscle-fatige"))
        .isInstanceOf(Asked.Unknown.class)
        .hasMessageContaining("did you mean muscle-fatigue?");
    assertThatThrownBy(() -> Asked.named(RULES, "saddle"))
        .hasMessageContaining("red flag RF01: changed feeling in the saddle");
    assertThatThrownBy(() -> Asked.named(RULES, "xyzzy"))
        .hasMessageContaining("a rule by its name");
    Client client = CLIENTS.client(1);
    assertThatThrownBy(() -> whyNot(client, Kind.VERDICT, "verdict"))
        .isInstanceOf(Asked.Unknown.class);
  }
}
