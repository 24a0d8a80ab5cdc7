package dev.spotter.rules;

import dev.spotter.rules.Diagnostic.Code;
import dev.spotter.rules.Pattern.Demand;
import java.util.ArrayList;
import java.util.List;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.jspecify.annotations.Nullable;

/** Reads the conditions of a rule: patterns, and not or exists before one pattern. */
final class PatternReader {
  private final SourceFile file;
  private final List<Diagnostic> problems;

  PatternReader(SourceFile file, List<Diagnostic> problems) {
    this.file = file;
    this.problems = problems;
  }

  List<Pattern> read(RuleDescr rule) {
    List<Pattern> patterns = new ArrayList<>();
    for (BaseDescr part : rule.getLhs().getDescrs()) {
      PatternDescr pattern = part instanceof PatternDescr p ? p : only(part);
      if (pattern == null) {
        refuse(
            start(part, rule),
            "conditions are patterns, and 'not' or 'exists' before one pattern",
            "write one rule for each alternative");
      } else {
        add(patterns, demand(part), pattern);
      }
    }
    if (rule.getLhs().getDescrs().isEmpty()) {
      refuse(
          rule.getStartCharacter(),
          "a rule without conditions would fire for everybody",
          "say after 'when' for whom it is: Soreness( worst >= 3 )");
    }
    return List.copyOf(patterns);
  }

  private static Demand demand(BaseDescr part) {
    if (part instanceof NotDescr) {
      return Demand.NOT;
    }
    return part instanceof ExistsDescr ? Demand.EXISTS : Demand.MATCH;
  }

  /** The one pattern behind a not or an exists; null for anything else. */
  private static @Nullable PatternDescr only(BaseDescr part) {
    boolean one = part instanceof NotDescr || part instanceof ExistsDescr;
    List<? extends BaseDescr> parts =
        one ? ((ConditionalElementDescr) part).getDescrs() : List.of();
    return parts.size() == 1 && parts.get(0) instanceof PatternDescr p ? p : null;
  }

  private static int start(BaseDescr part, RuleDescr rule) {
    return part.getStartCharacter() >= 0 ? part.getStartCharacter() : rule.getStartCharacter();
  }

  private void add(List<Pattern> patterns, Demand demand, PatternDescr descr) {
    int offset = descr.getStartCharacter();
    if (descr.getSource() != null
        || descr.isQuery()
        || descr.isUnification()
        || !descr.getBehaviors().isEmpty()
        || !descr.getAnnotations().isEmpty()
        || descr.getIdentifier() != null) {
      refuse(
          offset,
          "a pattern is only Fact( conditions ): no from, accumulate, over, query, name or annotation",
          "write " + descr.getObjectType() + "( ... )");
      return;
    }
    List<Condition> conditions = new ArrayList<>();
    boolean broken = false;
    for (BaseDescr part : descr.getDescrs()) {
      // What a broken condition leaves behind, such as the rest of a list, is passed over.
      if (!broken || !leftover(part)) {
        broken = !condition(part, offset, conditions);
      }
    }
    patterns.add(
        new Pattern(
            demand, descr.getObjectType(), new Condition.All(List.copyOf(conditions)), offset));
  }

  private static boolean leftover(BaseDescr part) {
    return part instanceof ExprConstraintDescr expr
        && Token.of(expr.getExpression(), 0).get(0).kind() != Token.Kind.NAME;
  }

  /** False if it was refused. */
  private boolean condition(BaseDescr part, int patternOffset, List<Condition> conditions) {
    if (!(part instanceof ExprConstraintDescr expr)
        || expr.getType() != ExprConstraintDescr.Type.NAMED) {
      refuse(patternOffset, "a condition names a field", "write field == \"value\"");
      return false;
    }
    int offset = expr.getStartCharacter() >= 0 ? expr.getStartCharacter() : patternOffset;
    try {
      if (expr.getExpression().contains("//")) {
        throw new Refusal(
            Code.GRAMMAR,
            offset,
            "a comment stands inside a condition",
            "put it on a line of its own between conditions");
      }
      conditions.add(ConditionReader.read(Token.of(expr.getExpression(), offset)));
      return true;
    } catch (Refusal e) {
      problems.add(e.in(file));
      return false;
    }
  }

  private void refuse(int offset, String message, String help) {
    problems.add(file.problem(Code.GRAMMAR, offset, message, help));
  }
}
