package dev.spotter.check;

import dev.spotter.rules.Checked;
import dev.spotter.rules.Condition;
import dev.spotter.rules.Condition.Op;
import dev.spotter.rules.Condition.Test;
import dev.spotter.rules.Diagnostic;
import dev.spotter.rules.Diagnostic.Code;
import dev.spotter.rules.Pattern;
import dev.spotter.rules.Pattern.Demand;
import dev.spotter.rules.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Conditions that say nothing: always true, or bound and never used. */
final class ConditionLint implements Lint {

  @Override
  public void look(Checked folder, List<Diagnostic> found) {
    for (Rule rule : folder.rules()) {
      for (Pattern pattern : rule.patterns()) {
        always(folder, rule, pattern, found);
        open(folder, rule, pattern, found);
      }
      unused(folder, rule, found);
    }
  }

  private static void always(Checked folder, Rule rule, Pattern pattern, List<Diagnostic> found) {
    if (pattern.condition() instanceof Condition.All all && all.parts().isEmpty()) {
      found.add(
          folder.finding(
              Code.ALWAYS,
              rule.file(),
              pattern.offset(),
              pattern.type() + "( ) asks nothing: it holds for everybody",
              "say for whom: " + pattern.type() + "( field == \"value\" ), or drop the line"));
      return;
    }
    always(folder, rule, pattern, pattern.condition(), found);
  }

  private static void always(
      Checked folder, Rule rule, Pattern pattern, Condition condition, List<Diagnostic> found) {
    if (condition instanceof Condition.All all) {
      all.parts().forEach(p -> always(folder, rule, pattern, p, found));
      return;
    }
    List<Test> tests = condition.tests().toList();
    if (tests.isEmpty() || demanded(pattern, condition)) {
      return;
    }
    int offset = tests.get(0).offset();
    if (folder.worlds().always(pattern, condition)) {
      found.add(
          folder.finding(
              Code.ALWAYS,
              rule.file(),
              offset,
              "this holds for everybody, so it says nothing",
              condition instanceof Condition.Any
                  ? "with != in an or one side is always true: write not in ( ... ), or a comma"
                  : "drop it, or compare with something that not every client has"));
    } else if (condition instanceof Condition.Any any) {
      any.parts().forEach(p -> always(folder, rule, pattern, p, found));
    } else if (condition instanceof Test test
        && folder.worlds().holdsForEveryAnswer(pattern, test)) {
      found.add(
          folder.finding(
              Code.ALWAYS,
              rule.file(),
              offset,
              "every answer satisfies this",
              "to ask whether there is an answer write " + test.field() + " != null"));
    }
  }

  /** The grammar wants {@code x != null} beside {@code x not contains}, though x be never open. */
  private static boolean demanded(Pattern pattern, Condition condition) {
    return condition instanceof Test test
        && test.againstNull()
        && pattern
            .tests()
            .anyMatch(t -> t.field().equals(test.field()) && t.op() == Op.NOT_CONTAINS);
  }

  private static void open(Checked folder, Rule rule, Pattern pattern, List<Diagnostic> found) {
    if (pattern.demand() == Demand.NOT) {
      return;
    }
    Set<String> said = new HashSet<>();
    pattern.tests().filter(Test::againstNull).forEach(t -> said.add(t.field()));
    pattern
        .tests()
        .filter(t -> t.op().ordering() && said.add(t.field()))
        .filter(t -> folder.vocabulary().question(id(pattern, t)) != null)
        .forEach(
            t ->
                found.add(
                    folder.finding(
                        Code.OPEN,
                        rule.file(),
                        t.offset(),
                        "this is false for whoever did not answer " + t.field(),
                        "if open should count too, write ( "
                            + t
                            + " || "
                            + t.field()
                            + " == null )")));
  }

  private static String id(Pattern pattern, Test test) {
    String type = pattern.type();
    return Character.toLowerCase(type.charAt(0)) + type.substring(1) + "." + test.field();
  }

  private static void unused(Checked folder, Rule rule, List<Diagnostic> found) {
    Set<String> used = new HashSet<>();
    rule.patterns().stream()
        .flatMap(Pattern::tests)
        .flatMap(t -> t.operands().stream())
        .filter(o -> o.variable() != null)
        .forEach(o -> used.add(String.valueOf(o.variable())));
    rule.patterns().forEach(p -> unused(folder, rule, p.condition(), used, found));
  }

  private static void unused(
      Checked folder, Rule rule, Condition condition, Set<String> used, List<Diagnostic> found) {
    if (condition instanceof Condition.All all) {
      all.parts().forEach(p -> unused(folder, rule, p, used, found));
    } else if (condition instanceof Condition.Any any) {
      any.parts().forEach(p -> unused(folder, rule, p, used, found));
    } else if (condition instanceof Condition.Bind bind && !used.contains(bind.name())) {
      found.add(
          folder.finding(
              Code.UNUSED,
              rule.file(),
              bind.offset(),
              bind.name() + " is never used",
              "drop " + bind.name() + " :, or compare another field with it"));
    }
  }
}
