package dev.spotter.book;

import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A rule set of a few questions and one cause, quick to compile. */
final class Tiny {
  private static final String BASE =
      """
      package spotter
      import dev.spotter.fact.*

      declare Scale
        @decisive( "300" ) @strong( "160" ) @moderate( "90" ) @weak( "40" )
        @likely( "100" ) @possible( "0" ) @lead( "50" ) @informative( "4" )
      end
      declare Ache @section( "The ache" )
        worst : Integer @ask( "At its worst, how bad was it, 0 to 10?" ) @range( "0..10" ) @tier( "core" )
        now : Integer @ask( "How bad is it now?" ) @range( "0..10" ) @unit( "points" ) @tier( "core" )
        sharp : String @ask( "Is it sharp?" ) @tier( "core" )
        onset : String @ask( "When did it start (roughly)?" ) @choices( "early: in the morning | late: at night" ) @tier( "core" )
        place : java.util.Set @ask( "Where is it? (tick all)" ) @choices( "left: on the left | right: on the right" ) @tier( "core" )
        sitting : String @ask( "Does it come on whenever you have been sitting for more than a whole hour in a soft chair?" ) @tier( "core" )
      end
      declare Strain @cause( "strain" ) @title( "A strain" ) @start( "-20" ) end
      declare Rest @remedy( "rest" ) @title( "Rest" ) @kind( "self-treatment" ) end

      rule "flag" @source( "house" ) when Ache( worst >= 9 ) then
        insert( Referral.soon("F1").because("very bad") );
      end
      """;

  private static final String SOURCES =
      """
      house: { citation: "Our own", status: house }
      S1: { citation: "Somebody, 1999", doi: "10.1000/a(1)", status: verified }
      """;

  private Tiny() {}

  /** The base and one more file. */
  static RuleSet with(String drl) {
    return RuleSet.of(
        Map.of(
            "base.drl", bytes(BASE),
            "more.drl", bytes("package spotter\nimport dev.spotter.fact.*\n" + drl),
            "messages.yaml", bytes("words: { line: \"the line 5\" }\nsubtypes: { tear: a tear }\n"),
            "sources.yaml", bytes(SOURCES)));
  }

  /** The base and one more rule of these conditions. */
  static Knowledge when(String conditions) {
    boolean advice = conditions.matches("(?s).*\\b(Likelihood|Triage|Verdict)\\(.*");
    return Knowledge.of(
        with(
            """
            rule "kind" @source( "house" ) when Ache( sharp == "yes" ) then
              insert( Evidence.supports("strain").weakly().subtype("tear").because("x") );
            end
            rule "tried" @source( "S1" ) when
              %s
            then
              insert( %s );
            end
            """
                .formatted(
                    conditions,
                    advice
                        ? "Remedy.of(\"rest\").advice(\"-\")"
                        : "Evidence.supports(\"strain\").weakly().because(\"-\")")),
        java.util.List.of());
  }

  static Rule tried(Knowledge knowledge) {
    return java.util.Objects.requireNonNull(knowledge.rules().rule("tried"));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
