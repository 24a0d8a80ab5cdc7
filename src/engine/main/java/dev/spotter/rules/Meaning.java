package dev.spotter.rules;

import dev.spotter.rules.Condition.Op;
import dev.spotter.rules.Condition.Operand;
import dev.spotter.rules.Condition.Test;
import dev.spotter.rules.Diagnostic.Code;
import dev.spotter.rules.FactTypes.FieldType;
import dev.spotter.rules.FactTypes.Holds;
import dev.spotter.rules.Pattern.Demand;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Suggestion;
import dev.spotter.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks up every name and value that a rule's conditions use, and what they mean on open answers.
 */
final class Meaning {
  private final FactTypes types;
  private final Offered offered;
  private final Set<String> doubts;

  /**
   * @param flags the flags that some rule raises
   * @param subtypes the subtypes that some rule names
   * @param doubts what a broken declare may have declared: {@code Soreness.worst}, {@code Soreness}
   */
  Meaning(Vocabulary vocabulary, Set<String> flags, Set<String> subtypes, Set<String> doubts) {
    this.doubts = doubts;
    this.types = new FactTypes(vocabulary);
    this.offered = new Offered(vocabulary, flags, subtypes);
  }

  /**
   * One rule's reading.
   *
   * @param whole false if a part of the rule could not be read, so that names may be bound there
   * @param bound the variables bound so far
   */
  record Scope(SourceFile file, boolean whole, List<Diagnostic> problems, Set<String> bound) {
    Scope(SourceFile file, boolean whole, List<Diagnostic> problems) {
      this(file, whole, problems, new java.util.HashSet<>());
    }
  }

  void check(Pattern pattern, Scope scope) {
    SourceFile file = scope.file();
    List<Diagnostic> problems = scope.problems();
    Set<String> bound = scope.bound();
    Map<String, FieldType> fields = types.fields(pattern.type());
    if (doubts.contains(pattern.type())) {
      binds(pattern.condition(), bound);
      return;
    }
    if (fields == null) {
      problems.add(
          file.problem(
              Code.UNKNOWN_NAME,
              pattern.offset(),
              "there is no fact " + pattern.type() + " to read",
              Suggestion.among(pattern.type(), types.names())));
      return;
    }
    if (pattern.demand() != Demand.MATCH && FactTypes.WEIGHED.contains(pattern.type())) {
      problems.add(
          file.problem(
              Code.LAYER,
              pattern.offset(),
              "'not' and 'exists' look at answers, not at what the engine has weighed",
              "every cause has its Likelihood: write Likelihood( cause == \"injury\", level != \"likely\" )"));
    }
    binds(pattern.condition(), bound);
    List<Test> tests = pattern.tests().toList();
    for (Test test : tests) {
      FieldType field = fields.get(test.field());
      if (doubts.contains(pattern.type() + "." + test.field())) {
        continue;
      }
      if (field == null) {
        problems.add(
            file.problem(
                Code.UNKNOWN_NAME,
                test.offset(),
                pattern.type() + " has no field " + test.field(),
                elsewhere(test.field(), fields.keySet())));
      } else {
        test(pattern, test, field, scope);
        openness(pattern, test, tests, file, problems);
      }
    }
  }

  private static void binds(Condition condition, Set<String> bound) {
    if (condition instanceof Condition.Bind bind) {
      bound.add(bind.name());
    } else if (condition instanceof Condition.All all) {
      all.parts().forEach(p -> binds(p, bound));
    } else if (condition instanceof Condition.Any any) {
      any.parts().forEach(p -> binds(p, bound));
    }
  }

  private String elsewhere(String field, Set<String> fields) {
    Set<String> owners = types.owners(field);
    return owners.isEmpty()
        ? Suggestion.among(field, fields)
        : field + " belongs to " + String.join(" and ", owners);
  }

  private void test(Pattern pattern, Test test, FieldType field, Scope scope) {
    SourceFile file = scope.file();
    List<Diagnostic> problems = scope.problems();
    boolean setOp = test.op() == Op.CONTAINS || test.op() == Op.NOT_CONTAINS;
    boolean set = field.holds() == Holds.SET;
    if (!test.againstNull() && setOp != set) {
      problems.add(
          file.problem(
              Code.CONDITION,
              test.offset(),
              test.field() + (set ? " holds several answers" : " holds one answer"),
              set
                  ? "write " + test.field() + " contains \"...\""
                  : "write " + test.field() + " == \"...\" or in ( ... )"));
      return;
    }
    if (test.op().ordering() && field.holds() == Holds.TEXT) {
      problems.add(
          file.problem(
              Code.CONDITION,
              test.offset(),
              test.field() + " is a word; words have no order",
              "list the answers: " + test.field() + " in ( \"...\" )"));
      return;
    }
    for (Operand operand : test.operands()) {
      operand(pattern, test, field, operand, scope).ifPresent(p -> problems.add(p.in(file)));
    }
  }

  private Optional<Refusal> operand(
      Pattern pattern, Test test, FieldType field, Operand operand, Scope scope) {
    if (operand.variable() != null) {
      return scope.bound().contains(operand.variable()) || !scope.whole()
          ? Optional.empty()
          : refusal(
              Code.UNKNOWN_NAME,
              operand,
              operand.variable() + " is not bound before it is used",
              "bind it: Workout( " + operand.variable() + " : topReps )");
    }
    if (operand.value() == null) {
      return test.op() == Op.EQ || test.op() == Op.NE
          ? Optional.empty()
          : refusal(
              Code.CONDITION,
              operand,
              "null is compared with == or != only",
              test.field() + " == null means: not asked");
    }
    boolean number = field.holds() == Holds.WHOLE || field.holds() == Holds.DECIMAL;
    if (number != operand.number()) {
      return refusal(
          Code.UNKNOWN_VALUE,
          operand,
          test.field() + (number ? " is a number" : " is a word, written in quotes"),
          "write " + operandHelp(number, operand));
    }
    return number ? inRange(test, field, operand) : offered(pattern, test, field, operand);
  }

  private static String operandHelp(boolean number, Operand operand) {
    String text = String.valueOf(operand.value());
    return number
        ? (text.matches("-?\\d+(\\.\\d+)?") ? text + " without quotes" : "a number without quotes")
        : '"' + text + '"';
  }

  private static Optional<Refusal> inRange(Test test, FieldType field, Operand operand) {
    Question question = field.question();
    BigDecimal value = (BigDecimal) Objects.requireNonNull(operand.value());
    if (field.holds() == Holds.WHOLE && value.stripTrailingZeros().scale() > 0) {
      return refusal(
          Code.UNKNOWN_VALUE,
          operand,
          test.field() + " is a whole number",
          "write " + value.setScale(0, java.math.RoundingMode.HALF_UP));
    }
    if (question == null || question.range() == null) {
      return Optional.empty();
    }
    int low = value.compareTo(question.range().min());
    int high = value.compareTo(question.range().max());
    boolean never =
        switch (test.op()) {
          case LT -> low <= 0;
          case LE -> low < 0;
          case GT -> high >= 0;
          case GE -> high > 0;
          default -> low < 0 || high > 0;
        };
    return never
        ? refusal(
            Code.CONDITION,
            operand,
            "no answer can satisfy this: "
                + test.field()
                + " goes from "
                + question.range().min()
                + " to "
                + question.range().max(),
            "compare with a number in between; the range stands in the declare of " + test.field())
        : Optional.empty();
  }

  private Optional<Refusal> offered(Pattern pattern, Test test, FieldType field, Operand operand) {
    Set<String> words = offered.of(pattern.type(), test.field(), field.question());
    String value = String.valueOf(operand.value());
    return words == null || words.contains(value)
        ? Optional.empty()
        : refusal(
            Code.UNKNOWN_VALUE,
            operand,
            "'" + value + "' is not one of the answers of " + test.field(),
            Suggestion.among(value, words));
  }

  /** A negation is true on an open answer; where that is easily forgotten the rule must say it. */
  private static void openness(
      Pattern pattern, Test test, List<Test> tests, SourceFile file, List<Diagnostic> problems) {
    boolean negated =
        pattern.demand() == Demand.NOT
            && !test.againstNull()
            && (test.op().ordering() || test.op() == Op.CONTAINS);
    boolean forgotten = test.op() == Op.NOT_CONTAINS || negated;
    boolean said = tests.stream().anyMatch(t -> t.field().equals(test.field()) && t.againstNull());
    if (forgotten && !said) {
      problems.add(
          file.problem(
              Code.CONDITION,
              test.offset(),
              "this is true also for clients who were not asked",
              "say what open means: add "
                  + test.field()
                  + " != null, or "
                  + test.field()
                  + " == null ||"));
    }
  }

  private static Optional<Refusal> refusal(
      Code code, Operand operand, String message, @Nullable String help) {
    return Optional.of(new Refusal(code, operand.offset(), message, help));
  }
}
