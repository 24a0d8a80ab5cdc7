package dev.spotter.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.spotter.Shipped;
import dev.spotter.rules.Diagnostic.Code;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule file is refused for, where, and with what advice. */
class RefusalTest {
  private static final String HEAD = "package spotter\nimport dev.spotter.fact.*\n";
  private static final String SAYS = "insert( Note.says(\"-\") );";

  private static String rule(String when, String then) {
    return HEAD
        + "rule \"try\"\n  @source( \"house\" )\nwhen\n  "
        + when
        + "\nthen\n  "
        + then
        + "\nend\n";
  }

  private static RulesRefused refused(String text) {
    RulesRefused refused =
        catchThrowableOfType(RulesRefused.class, () -> RuleSet.of(Shipped.with("try.drl", text)));
    assertThat(refused).as(text).isNotNull();
    return refused;
  }

  /** The condition stands on line 6; a tilde stands for a double quote. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Sorenes( worst > 3 )                        | UNKNOWN_NAME  | 3  | did you mean Soreness?",
        "Soreness( wrost > 3 )                       | UNKNOWN_NAME  | 13 | did you mean worst?",
        "Soreness( saddle == ~yes~ )                 | UNKNOWN_NAME  | 13 | saddle belongs to Nerves",
        "Soreness( onset == ~suden-during-lift~ )    | UNKNOWN_VALUE | 22 | did you mean sudden-during-lift?",
        "Soreness( worst > 10 )                      | CONDITION     | 21 | goes from 0 to 10",
        "Soreness( worst >= 11 )                     | CONDITION     | 22 | no answer can satisfy",
        "Soreness( worst < 0 )                       | CONDITION     | 21 | no answer can satisfy",
        "Soreness( worst > 3.5 )                     | UNKNOWN_VALUE | 21 | whole number",
        "Soreness( worst == ~3~ )                    | UNKNOWN_VALUE | 22 | is a number",
        "Soreness( onset == 3 )                      | UNKNOWN_VALUE | 22 | written in quotes",
        "Soreness( onset > ~same~ )                  | CONDITION     | 13 | words have no order",
        "Soreness( quality == ~sharp~ )              | CONDITION     | 13 | contains",
        "Soreness( onset contains ~sharp~ )          | CONDITION     | 13 | holds one answer",
        "Soreness( quality not contains ~sharp~ )    | CONDITION     | 13 | quality != null",
        "not Soreness( worst > 3 )                   | CONDITION     | 17 | were not asked",
        "Soreness( !( worst > 3 ) )                  | GRAMMAR       | 13 | turn the comparison round",
        "Soreness( worst > null )                    | CONDITION     | 21 | not asked",
        "Workout( topReps > $x )                     | UNKNOWN_NAME  | 22 | bind it",
        "not Likelihood( cause == ~injury~ )         | LAYER         | 7  | every cause has its Likelihood",
        "Evidence( cause == ~injury~ )               | UNKNOWN_NAME  | 3  | no fact Evidence",
        "History( volume > 3 )                       | UNKNOWN_NAME  | 12 | there are",
      })
  void aConditionIsRefusedAtItsPlace(String when, Code code, int column, String advice) {
    Diagnostic diagnostic = refused(rule(when.replace('~', '"'), SAYS)).diagnostics().get(0);
    assertThat(diagnostic.code()).isEqualTo(code);
    assertThat(diagnostic.line()).isEqualTo(6);
    assertThat(diagnostic.column()).isEqualTo(column);
    assertThat(diagnostic.render())
        .contains("try.drl:6:" + column)
        .contains("error[SP0")
        .contains(advice);
  }

  /** What would take a parser to the end of its stack is refused like anything else. */
  @Test
  void depthIsRefused() {
    int deep = 20_000;
    for (String file : List.of("sources.yaml", "exercises.yaml", "messages.yaml")) {
      Map<String, byte[]> files = Shipped.with(file, "a: " + "[".repeat(deep));
      RulesRefused refused = catchThrowableOfType(RulesRefused.class, () -> RuleSet.of(files));
      assertThat(refused).as(file).hasMessageContaining(file);
    }
    for (String when :
        List.of(
            "Soreness( " + "(".repeat(deep) + " worst > 3 " + ")".repeat(deep) + " )",
            "Soreness( " + "!".repeat(deep) + "( worst > 3 ) )",
            "not ".repeat(deep) + "Soreness( worst > 3 )",
            "(".repeat(deep) + "Soreness( worst > 3 )" + ")".repeat(deep))) {
      assertThat(refused(rule(when, SAYS)).getMessage()).contains("try.drl");
    }
    String calls = "insert( Note.says(" + "f(".repeat(deep) + "\"x\"" + ")".repeat(deep) + ") );";
    assertThat(refused(rule("Soreness( worst > 3 )", calls)).getMessage()).contains("try.drl");
  }

  /** The action stands on line 8. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "insert( Evidence.supports(~injry~).weakly().because(~-~) );       | UNKNOWN_NAME  | did you mean injury?",
        "insert( Evidence.supports(~injury~).because(~-~) );               | GRAMMAR       | one strength",
        "insert( Evidence.supports(~injury~).weakly() );                   | GRAMMAR       | says no because",
        "insert( Evidence.supports(~injury~).heavily().because(~-~) );     | GRAMMAR       | there is no 'heavily' here",
        "insert( Referral.emergeny(~RF01~).because(~-~) );                 | GRAMMAR       | did you mean emergency?",
        "insert( Remedy.of(~consult~).advice(~-~) );                       | LAYER         | read a Likelihood",
        "insert( Conclusion.about(~injury~).says(~-~) );                   | LAYER         | read a Likelihood",
        "insert( Withhold.remedy(~foamroll~).because(~-~) );               | UNKNOWN_NAME  | did you mean foam-roll?",
        "insert( Note.recheck(~soon~) );                                   | UNKNOWN_VALUE | write",
        "insert( Note.says(~under {Workout.topLoadKg}~) );                 | PLACEHOLDER   | add ' | '",
        "insert( Note.says(~until {tomorrow}~) );                          | PLACEHOLDER   | not a place to fill",
        "insert( Note.says(~call {words.nobody}~) );                       | PLACEHOLDER   | messages.yaml has no word",
        "insert( Note.says(~at {Workout.weight} kg~) );                    | PLACEHOLDER   | there is no value Workout.weight",
        "insert( Client.of(~x~) );                                         | GRAMMAR       | cannot insert",
        "modify( x );                                                      | GRAMMAR       | can only insert",
      })
  void anActionIsRefusedAtItsPlace(String then, Code code, String advice) {
    Diagnostic diagnostic =
        refused(rule("Soreness( worst > 3 )", then.replace('~', '"'))).diagnostics().get(0);
    assertThat(diagnostic.code()).isEqualTo(code);
    assertThat(diagnostic.line()).isEqualTo(8);
    assertThat(diagnostic.render()).contains(advice.replace("' | '", "' | '"));
  }

  @Test
  void adviceMayNotBringEvidence() {
    String text =
        rule(
            "Triage( level == \"soon\" )",
            "insert( Evidence.supports(\"injury\").weakly().because(\"-\") );");
    assertThat(refused(text).diagnostics().get(0).code()).isEqualTo(Code.LAYER);
  }

  @Test
  void everyProblemOfEveryFileIsTold() {
    Map<String, byte[]> files =
        Shipped.with("one.drl", rule("Soreness( wrost > 3 )\n  Nerves( sadle == \"yes\" )", SAYS));
    files.put(
        "two.drl",
        rule("Health( fever == \"maybe\" )", SAYS)
            .replace("\"try\"", "\"other\"")
            .getBytes(StandardCharsets.UTF_8));
    RulesRefused refused = catchThrowableOfType(RulesRefused.class, () -> RuleSet.of(files));
    assertThat(refused.diagnostics())
        .extracting(Diagnostic::file)
        .containsExactly("one.drl", "one.drl", "two.drl");
  }

  @Test
  void aRuleNeedsASourceThatExists() {
    String none = rule("Soreness( worst > 3 )", SAYS).replace("  @source( \"house\" )\n", "");
    assertThat(refused(none).diagnostics().get(0).message()).contains("names no source");
    String unknown = rule("Soreness( worst > 3 )", SAYS).replace("house", "S10 S999");
    assertThat(refused(unknown).diagnostics().get(0).message())
        .contains("sources.yaml has no 'S999'");
  }

  @Test
  void namesAreUnique() {
    String twice =
        rule("Soreness( worst > 3 )", SAYS)
            + rule("Soreness( worst > 4 )", SAYS).substring(HEAD.length());
    assertThat(refused(twice).diagnostics().get(0).code()).isEqualTo(Code.DUPLICATE);
    String section =
        HEAD
            + "declare Soreness @section( \"again\" )\n  a : String @ask( \"a\" ) @tier( \"core\" )\nend\n";
    assertThat(refused(section).diagnostics())
        .anySatisfy(d -> assertThat(d.code()).isEqualTo(Code.DUPLICATE));
  }

  @Test
  void aSyntaxErrorHasItsLine() {
    Diagnostic diagnostic =
        refused(
                HEAD
                    + "rule \"try\"\n  @source( \"house\" )\nwhen\n  Soreness( worst > 3\nthen\n  "
                    + SAYS
                    + "\nend\n")
            .diagnostics()
            .get(0);
    assertThat(diagnostic.code()).isEqualTo(Code.UNCLOSED);
    assertThat(diagnostic.line()).isEqualTo(6);
    assertThat(diagnostic.column()).isEqualTo(22);
  }

  @Test
  void bytesThatAreNoTextAreTold() {
    Map<String, byte[]> files = Shipped.files();
    files.put("latin.drl", "package spotter // f\u00fcr".getBytes(StandardCharsets.ISO_8859_1));
    RulesRefused refused = catchThrowableOfType(RulesRefused.class, () -> RuleSet.of(files));
    assertThat(refused.diagnostics())
        .singleElement()
        .satisfies(d -> assertThat(d.code()).isEqualTo(Code.BYTES));
  }

  @Test
  void aByteOrderMarkDoesNoHarm() {
    String text = "\uFEFF" + rule("Soreness( worst > 3 )", SAYS);
    assertThat(RuleSet.of(Shipped.with("try.drl", text)).rule("try")).isNotNull();
  }

  @Test
  void aQuestionThatContradictsItselfIsRefused() {
    String text =
        HEAD
            + "declare Sauna @section( \"s\" )\n  a : Integer @ask( \"a\" ) @range( \"9..1\" ) @tier( \"cor\" ) @from( \"nothing\" ) @colour( \"red\" )\nend\n";
    assertThat(refused(text).diagnostics())
        .extracting(Diagnostic::code)
        .contains(Code.DECLARATION, Code.UNKNOWN_NAME);
    assertThat(refused(text).getMessage())
        .contains(
            "not a range",
            "did you mean core?",
            "the history has no measure",
            "no annotation @colour");
  }
}
