package dev.spotter.properties;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.spotter.Shipped;
import dev.spotter.assess.Assessment;
import dev.spotter.assess.Assessor;
import dev.spotter.assess.FactView;
import dev.spotter.fact.Level;
import dev.spotter.intake.Answer;
import dev.spotter.intake.Intake;
import dev.spotter.report.JsonReport;
import dev.spotter.rules.Condition;
import dev.spotter.rules.Pattern;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Section;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What must hold for every client, tried on generated ones; the seed is printed. */
class PropertiesTest {
  private static final int CLIENTS = Integer.getInteger("spotter.clients", 10_000);
  private static final long SEED = Long.getLong("spotter.seed", 20260302L);
  private static final Assessor.Settings SETTINGS =
      Assessor.Settings.at(Clients.NOW, ZoneOffset.UTC);

  private static RuleSet rules;
  private static Assessor assessor;
  private static Clients clients;

  @BeforeAll
  static void load() {
    rules = Shipped.rules();
    assessor = new Assessor(rules);
    clients = new Clients(rules, SEED);
    System.out.println("properties: seed " + SEED + ", " + CLIENTS + " clients");
  }

  @Test
  void losingASafeAnswerNeverLowersTheLevel() {
    holds(
        i -> {
          Intake intake = clients.client(i);
          Level before = level(intake);
          Random random = new Random((SEED ^ i) * 0x9E3779B97F4A7C15L);
          for (Question question : some(intake, random)) {
            Answer answer = intake.answers().get(question.id());
            if (answer != null) {
              for (Object other : others(question, random)) {
                Level after = level(with(intake, question.id(), other));
                if (rank(after) < rank(before)) {
                  return intake.id()
                      + " "
                      + question.id()
                      + " "
                      + answer.value()
                      + " -> "
                      + other
                      + ": "
                      + before
                      + " -> "
                      + after
                      + " "
                      + intake.answers();
                }
              }
            }
          }
          return null;
        });
  }

  @Test
  void losingTheSafeAnswersOfAWholeSectionNeverLowersTheLevel() {
    holds(
        i -> {
          Intake intake = clients.client(i);
          Level before = level(intake);
          for (Section section : rules.vocabulary().sections()) {
            Intake without = intake;
            for (Question question : section.questions()) {
              Answer answer = intake.answers().get(question.id());
              if (answer != null && safe(question, answer)) {
                without = with(without, question.id(), null);
              }
            }
            if (rank(level(without)) < rank(before)) {
              return intake.id()
                  + " without the safe answers of "
                  + section.key()
                  + ": "
                  + before
                  + " -> "
                  + level(without)
                  + " "
                  + intake.answers();
            }
          }
          return null;
        });
  }

  @Test
  void theLevelIsThatOfTheFindings() {
    holds(
        i -> {
          Intake intake = clients.client(i);
          Level answered = assessor.assess(intake, SETTINGS).triage().level();
          return answered == level(intake) ? null : intake.id() + " " + answered;
        });
  }

  @Test
  void emergencyAndUrgentCarryNoTrainingAndNoSelfTreatment() {
    holds(
        i -> {
          Assessment answer = assessor.assess(clients.client(i), SETTINGS);
          boolean barred = answer.triage().level().barsTraining();
          return barred
                  && answer.remedies().stream()
                      .anyMatch(r -> Set.of("training", "self-treatment").contains(r.kind()))
              ? answer.id() + " " + answer.triage().level() + " " + answer.remedies()
              : null;
        });
  }

  @Test
  void twoRunsGiveTheSameBytes() {
    holds(
        i -> {
          Intake intake = clients.client(i);
          String once = json(assessor.assess(intake, SETTINGS.explaining(true)));
          String again = json(assessor.assess(intake, SETTINGS.explaining(true)));
          return once.equals(again) ? null : intake.id() + "\n" + once + "\n" + again;
        });
  }

  @Test
  void theOrderOfRuleFilesChangesNothing() {
    Map<String, byte[]> renamed = new TreeMap<>();
    int[] last = {9999};
    Shipped.files()
        .forEach(
            (name, bytes) ->
                renamed.put(name.endsWith(".drl") ? "z" + last[0]-- + "-" + name : name, bytes));
    Assessor other = new Assessor(RuleSet.of(renamed));
    holds(
        i -> {
          Intake intake = clients.client(i);
          String here = gist(assessor.assess(intake, SETTINGS.explaining(true)));
          String there = gist(other.assess(intake, SETTINGS.explaining(true)));
          return here.equals(there) ? null : intake.id() + "\n" + here + "\n" + there;
        });
  }

  @Test
  void theOrderOfFactsChangesNothing() {
    holds(
        i -> {
          Intake intake = clients.client(i);
          Assessment answer = assessor.assess(intake, SETTINGS.explaining(true));
          Set<String> shuffled =
              new Sessionful(rules)
                  .fired(assessor.facts(intake, SETTINGS), answer, new Random(SEED + i));
          Set<String> usual =
              answer.matches().stream().map(Assessment.Match::rule).collect(Collectors.toSet());
          return shuffled.equals(usual) ? null : intake.id() + " " + usual + " " + shuffled;
        });
  }

  @Test
  void anUnansweredNumberSatisfiesNoPlainComparison() {
    holds(
        i -> {
          Intake intake = clients.client(i);
          Map<String, Map<String, Object>> facts = new LinkedHashMap<>();
          assessor.facts(intake, SETTINGS).forEach(f -> facts.put(f.type(), f.values()));
          for (Assessment.Match match :
              assessor.assess(intake, SETTINGS.explaining(true)).matches()) {
            Rule rule = rules.rule(match.rule());
            for (Pattern pattern : rule.patterns()) {
              for (Condition.Test test : demanded(pattern)) {
                if (test.op().ordering()
                    && facts.containsKey(pattern.type())
                    && facts.get(pattern.type()).get(test.field()) == null) {
                  return intake.id() + " \"" + rule.name() + "\" fired on an open " + test.field();
                }
              }
            }
          }
          return null;
        });
  }

  @Test
  void eachRuleAloneFiresForTheSameClientsAsInTheWholeSet() {
    List<Alone> alone = Alone.each(rules, Shipped.files());
    holds(
        Integer.getInteger("spotter.clients.alone", CLIENTS / 10),
        i -> {
          Intake intake = clients.client(i);
          Assessment answer = assessor.assess(intake, SETTINGS.explaining(true));
          Set<String> fired =
              answer.matches().stream().map(Assessment.Match::rule).collect(Collectors.toSet());
          List<FactView> views = assessor.facts(intake, SETTINGS);
          for (Alone one : alone) {
            if (one.fires(views, answer) != fired.contains(one.rule().name())) {
              return intake.id()
                  + " \""
                  + one.rule().name()
                  + "\" alone: "
                  + !fired.contains(one.rule().name());
            }
          }
          return null;
        });
  }

  /** The tests that a pattern cannot match without. */
  private static List<Condition.Test> demanded(Pattern pattern) {
    List<Condition.Test> tests = new ArrayList<>();
    if (pattern.demand() != Pattern.Demand.NOT) {
      demanded(pattern.condition(), tests);
    }
    return tests;
  }

  private static void demanded(Condition condition, List<Condition.Test> tests) {
    if (condition instanceof Condition.Test test) {
      tests.add(test);
    } else if (condition instanceof Condition.All all) {
      all.parts().forEach(p -> demanded(p, tests));
    }
  }

  /** Runs a property over all clients on all processors; it returns null, or what broke. */
  private static void holds(IntFunction<@Nullable String> property) {
    holds(CLIENTS, property);
  }

  private static void holds(int clients, IntFunction<@Nullable String> property) {
    List<String> broken =
        IntStream.range(0, clients)
            .parallel()
            .mapToObj(property)
            .filter(b -> b != null)
            .limit(3)
            .toList();
    assertThat(broken).as("seed " + SEED).isEmpty();
  }

  private static Level level(Intake intake) {
    return assessor.level(intake, SETTINGS);
  }

  private static int rank(Level level) {
    return level == Level.UNDETERMINED ? Level.SOON.ordinal() : level.ordinal();
  }

  /** A few of the questions that are answered safely; over many clients each has its turn often. */
  private static List<Question> some(Intake intake, Random random) {
    List<Question> safe = new ArrayList<>();
    for (Question question : rules.vocabulary().questions()) {
      Answer answer = intake.answers().get(question.id());
      if (answer != null && safe(question, answer)) {
        safe.add(question);
      }
    }
    java.util.Collections.shuffle(safe, random);
    return safe.subList(0, Math.min(5, safe.size()));
  }

  private static boolean safe(Question question, Answer answer) {
    return answer.value() instanceof Set<?> set
        ? set.isEmpty() && question.safe().contains(Question.NONE)
        : question.safe().contains(String.valueOf(answer.value()));
  }

  private static List<@Nullable Object> others(Question question, Random random) {
    List<@Nullable Object> others = new ArrayList<>();
    others.add(null);
    others.add(Question.UNKNOWN);
    if (question.kind() == Question.Kind.MANY) {
      question.choices().forEach(c -> others.add(Set.of(c.id())));
    } else {
      question.choices().stream()
          .map(Question.Choice::id)
          .filter(c -> !question.safe().contains(c))
          .forEach(others::add);
    }
    // All of them for every client would be a million sessions more; each is met often enough.
    return others.size() <= 3
        ? others
        : java.util.Arrays.asList(
            others.get(random.nextInt(2)), others.get(2 + random.nextInt(others.size() - 2)));
  }

  private static Intake with(Intake intake, String id, @Nullable Object value) {
    Map<String, Answer> answers = new LinkedHashMap<>(intake.answers());
    if (value == null) {
      answers.remove(id);
    } else {
      answers.put(id, Answer.of(value));
    }
    return new Intake(intake.id(), intake.at(), intake.zone(), answers, intake.history());
  }

  /** What an answer says, without the order in which reasons are listed. */
  private static String gist(Assessment answer) {
    Set<String> parts = new LinkedHashSet<>();
    parts.add(answer.triage().level() + " " + answer.verdict() + " " + answer.triage().recheck());
    answer.causes().forEach(c -> parts.add(c.id() + " " + c.points() + " " + c.subtype()));
    parts.add(answer.remedies().stream().map(Assessment.Remedy::id).sorted().toList().toString());
    parts.add(answer.withheld().stream().map(w -> w.id() + w.rule()).sorted().toList().toString());
    parts.add(answer.matches().stream().map(Assessment.Match::rule).sorted().toList().toString());
    return parts.toString();
  }

  static String json(Assessment answer) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      new JsonReport(json).write(answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
