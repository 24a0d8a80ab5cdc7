package dev.spotter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.assess.Assessment;
import dev.spotter.assess.FactView;
import dev.spotter.assess.Item;
import dev.spotter.explain.Answered;
import dev.spotter.explain.Asked;
import dev.spotter.explain.Change;
import dev.spotter.explain.Ground;
import dev.spotter.explain.Part;
import dev.spotter.explain.Silent;
import dev.spotter.explain.Stand;
import dev.spotter.explain.Why;
import dev.spotter.explain.WhyNot;
import dev.spotter.fact.Level;
import dev.spotter.history.TrainingHistory;
import dev.spotter.intake.Answer;
import dev.spotter.intake.Intake;
import dev.spotter.intake.IntakeBuilder;
import dev.spotter.intake.IntakeRejected;
import dev.spotter.intake.IntakeSchema;
import dev.spotter.intake.Problem;
import dev.spotter.intake.Reading;
import dev.spotter.publish.Judged;
import dev.spotter.report.AnswerSchema;
import dev.spotter.report.Audience;
import dev.spotter.report.FactSheet;
import dev.spotter.report.Ink;
import dev.spotter.report.JsonReport;
import dev.spotter.report.TextReport;
import dev.spotter.report.WhyJson;
import dev.spotter.report.WhyNotText;
import dev.spotter.report.WhyText;
import dev.spotter.rules.Citation;
import dev.spotter.rules.Coding;
import dev.spotter.rules.Diagnostic;
import dev.spotter.rules.RuleFailed;
import dev.spotter.rules.RuleFiles;
import dev.spotter.rules.RuleSet;
import dev.spotter.rules.RulesRefused;
import dev.spotter.vocabulary.Cause;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.RemedyKind;
import dev.spotter.vocabulary.Section;
import dev.spotter.vocabulary.Vocabulary;
import dev.spotter.vocabulary.When;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is promised to those who embed the engine, as src/engine/api.txt lists it, is what was
 * compiled. {@code -Dspotter.accept=true} writes the list anew, to be read in review.
 */
class ApiTest {
  private static final Path LIST = Shipped.ROOT.resolve("src/engine/api.txt");

  /** What others may make; of all else no constructor is promised. */
  private static final List<Class<?>> MADE =
      List.of(
          Answer.class,
          Intake.class,
          IntakeBuilder.class,
          TrainingHistory.class,
          TrainingHistory.Session.class,
          TrainingHistory.Exercise.class,
          TrainingHistory.LiftedSet.class,
          RuleFiles.class,
          JsonReport.class,
          TextReport.class,
          WhyJson.class,
          WhyNotText.class,
          WhyText.class);

  private static final List<Class<?>> GIVEN =
      List.of(
          Spotter.class,
          Following.class,
          dev.spotter.Answer.class,
          Reading.class,
          Problem.class,
          IntakeRejected.class,
          IntakeSchema.class,
          Vocabulary.class,
          Section.class,
          Question.class,
          When.class,
          Cause.class,
          RemedyKind.class,
          Assessment.class,
          Item.class,
          FactView.class,
          Level.class,
          Why.class,
          WhyNot.class,
          Asked.class,
          Ground.class,
          Silent.class,
          Stand.class,
          Part.Way.class,
          Change.class,
          Answered.class,
          Judged.class,
          Audience.class,
          Ink.class,
          AnswerSchema.class,
          FactSheet.class,
          RuleSet.class,
          RulesRefused.class,
          RuleFailed.class,
          Diagnostic.class,
          Citation.class,
          Coding.class);

  /** Members that are there for the engine's other rooms only. */
  private static final Pattern INSIDE =
      Pattern.compile(
          "dev\\.spotter\\.rules\\.RuleSet .*: (asking|exercises|fact|memory|reads|rules?|scale)\\(.*"
              + "|dev\\.spotter\\.intake\\.Intake .*: (values|static of)\\(.*"
              + "|dev\\.spotter\\.vocabulary\\.Vocabulary .*: decider\\(.*");

  @Test
  void whatIsPromisedIsThere() throws IOException {
    List<String> now = listed();
    if (Boolean.getBoolean("spotter.accept")) {
      Files.write(LIST, now);
    }
    List<String> promised = Files.readAllLines(LIST);
    assertThat(without(promised, now)).as("gone or changed, which breaks callers").isEmpty();
    assertThat(without(now, promised)).as("new; -Dspotter.accept=true lists it").isEmpty();
  }

  private static List<String> without(List<String> lines, List<String> others) {
    return lines.stream().filter(l -> !others.contains(l)).toList();
  }

  @Test
  void whatIsPromisedLeadsToNothingThatIsNot() {
    Set<String> known = new TreeSet<>();
    types().forEach(t -> known.add(t.getName()));
    Pattern type = Pattern.compile("(dev\\.spotter|org|com)\\.[\\w.$]+");
    for (String line : listed()) {
      assertThat(type.matcher(line).results().map(r -> r.group()))
          .as(line)
          .allMatch(n -> known.contains(n) || n.equals("com.fasterxml.jackson.core.JsonGenerator"));
    }
  }

  private static List<String> listed() {
    List<String> lines = new ArrayList<>();
    types().forEach(t -> lines.addAll(Signatures.of(t, MADE.contains(t))));
    return lines.stream()
        .map(String::strip)
        .filter(l -> !INSIDE.matcher(l).matches())
        .sorted()
        .toList();
  }

  private static List<Class<?>> types() {
    return Stream.concat(MADE.stream(), GIVEN.stream())
        .flatMap(ApiTest::withInner)
        .distinct()
        .toList();
  }

  private static Stream<Class<?>> withInner(Class<?> type) {
    return Stream.concat(
        Stream.of(type), Stream.of(type.getClasses()).filter(c -> c.getDeclaringClass() == type));
  }
}
