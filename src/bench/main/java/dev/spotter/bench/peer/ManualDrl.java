package dev.spotter.bench.peer;

import dev.spotter.fact.Evidence.Strength;
import dev.spotter.fact.Level;
import dev.spotter.rules.Action;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import dev.spotter.rules.RuleWriter;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Section;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Writes the rules as Drools' manual would have them: a declared fact a section, {@code
 * insertLogical} for what follows, and sums by {@code accumulate}.
 */
final class ManualDrl {
  static final String PACKAGE = "manual";

  private static final String HEAD =
      """
      package manual
      import dev.spotter.fact.*
      import dev.spotter.bench.peer.ManualFacts
      import dev.spotter.bench.peer.ManualFacts.*

      """;

  private static final String SUMS =
      """
      rule "groups"
        salience -10
      when
        Found( $cause : cause, $supports : supports, $group : group )
      then
        insertLogical( new Group( $cause, $supports, $group ) );
      end

      rule "points of a group"
        salience -20
      when
        Group( $cause : cause, $supports : supports, $group : group )
        accumulate( Found( cause == $cause, supports == $supports, group == $group, $p : points );
          $all : collectList( $p ) )
      then
        insertLogical( new Counted( $cause, $supports, $group, ManualFacts.counted( $supports, $all ) ) );
      end

      rule "points of a cause"
        salience -30
      when
        Cause( $cause : id, $start : start )
        accumulate( Counted( cause == $cause, $p : points ); $sum : sum( $p ) )
      then
        insertLogical( new Total( $cause, $start + ((Number) $sum).intValue() ) );
      end

      rule "urgency"
        salience -30
      when
        exists Flag()
        accumulate( Flag( $level : level ); $most : max( $level ) )
      then
        insertLogical( new Urgency( ((Number) $most).intValue() ) );
      end
      """;

  private final RuleSet rules;

  ManualDrl(RuleSet rules) {
    this.rules = rules;
  }

  /** Rules that say that they fired, and nothing else. */
  static String common(RuleSet rules) {
    return head(rules)
        + rules.rules().stream()
            .map(r -> rule(r, "", "  insertLogical( new Fired( " + r.order() + " ) );\n"))
            .collect(Collectors.joining());
  }

  /** All findings, with what they conclude, and what that adds up to. */
  static String findings(RuleSet rules) {
    ManualDrl drl = new ManualDrl(rules);
    return head(rules)
        + rules.rules().stream()
            .filter(r -> r.layer() == Rule.Layer.FINDING)
            .map(drl::finding)
            .collect(Collectors.joining())
        + SUMS;
  }

  private static String head(RuleSet rules) {
    StringBuilder text = new StringBuilder(HEAD);
    for (Section section : rules.vocabulary().sections()) {
      text.append("declare ").append(section.type()).append('\n');
      for (Question question : section.questions()) {
        String type =
            switch (question.kind()) {
              case YES_NO, CHOICE -> "String";
              case MANY -> "java.util.Set";
              case WHOLE -> "Integer";
              case DECIMAL -> "Double";
            };
        text.append("  ").append(question.field()).append(" : ").append(type).append('\n');
      }
      text.append("end\n\n");
    }
    return text.toString();
  }

  private String finding(Rule rule) {
    boolean observed =
        rule.actions().stream()
            .flatMap(a -> a.calls().stream())
            .anyMatch(c -> c.name().equals("asObserved"));
    return rule(
        rule,
        observed ? "  Observer( $percent : percent )\n" : "",
        rule.actions().stream()
            .map(a -> "  insertLogical( " + fact(rule, a) + " );\n")
            .collect(Collectors.joining()));
  }

  private static String rule(Rule rule, String more, String then) {
    StringBuilder text = new StringBuilder("rule \"" + rule.name() + "\"\nwhen\n");
    rule.patterns().forEach(p -> text.append("  " + RuleWriter.text(p) + "\n"));
    return text.append(more).append("then\n").append(then).append("end\n\n").toString();
  }

  private String fact(Rule rule, Action action) {
    Collection<Action.Call> calls = action.calls();
    if (action.type().equals("Evidence")) {
      int points = Objects.requireNonNull(rules.scale().points().get(strength(action)));
      boolean observed = calls.stream().anyMatch(c -> c.name().equals("asObserved"));
      String group = action.argument("group");
      return String.format(
          Locale.ROOT,
          "new Found( \"%s\", \"%s\", %s, \"%s\", \"%s\", %s )",
          rule.name(),
          action.subject(),
          action.argument("supports") != null,
          group == null ? "rule " + rule.name() : group,
          action.argument("subtype"),
          observed ? points + " * $percent / 100" : String.valueOf(points));
    }
    if (action.type().equals("Referral")) {
      Level level = Level.valueOf(action.calls().get(0).name().toUpperCase(Locale.ROOT));
      return "new Flag( \"" + action.subject() + "\", " + level.ordinal() + " )";
    }
    return action.type()
        + calls.stream()
            .map(
                c ->
                    "."
                        + c.name()
                        + "("
                        + (c.argument() == null ? "" : '"' + c.argument() + '"')
                        + ")")
            .collect(Collectors.joining());
  }

  private static Strength strength(Action action) {
    for (Strength strength : Strength.values()) {
      String word = strength.name().toLowerCase(Locale.ROOT).substring(0, 4);
      if (action.calls().stream().anyMatch(c -> c.name().startsWith(word))) {
        return strength;
      }
    }
    throw new IllegalArgumentException("no strength: " + action);
  }
}
