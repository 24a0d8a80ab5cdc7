package dev.spotter.rules;

import dev.spotter.rules.Condition.Op;
import dev.spotter.rules.Condition.Test;
import dev.spotter.rules.FactTypes.FieldType;
import dev.spotter.rules.Pattern.Demand;
import dev.spotter.rules.Search.Goal;
import dev.spotter.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * For whom conditions hold: for nobody, for everybody, or for none but those of another rule. Tried
 * on the values that each field's comparisons can tell apart; a comparison with a variable may come
 * out either way. Where there are too many combinations they count as possible.
 */
public final class Worlds {
  private final Values values;

  /**
   * @param flags the flags that some rule raises
   * @param subtypes the subtypes that some rule names
   */
  Worlds(Vocabulary vocabulary, Set<String> flags, Set<String> subtypes) {
    this.values = new Values(vocabulary, new Offered(vocabulary, flags, subtypes));
  }

  /**
   * Conditions that exclude each other.
   *
   * @param offset where the last of them begins in the file
   * @param test the last of them
   * @param before those before it that read the same field; empty if it is impossible by itself
   */
  public record Clash(int offset, Test test, List<Test> before) {}

  /** The first condition of a rule that no client meets together with those before it. */
  public Optional<Clash> clash(List<Pattern> patterns) {
    if (possible(goals(patterns, true))) {
      return Optional.empty();
    }
    List<Goal> goals = new ArrayList<>();
    List<Test> before = new ArrayList<>();
    for (int i = 0; i < patterns.size(); i++) {
      Pattern pattern = patterns.get(i);
      for (Condition part : parts(pattern)) {
        List<Test> tests = part.tests().toList();
        goals.add(goal(part, pattern, i, pattern.demand() != Demand.NOT));
        if (!tests.isEmpty() && !possible(goals)) {
          Test last = tests.get(0);
          List<Test> rivals = before.stream().filter(t -> t.field().equals(last.field())).toList();
          return Optional.of(new Clash(last.offset(), last, rivals));
        }
        before.addAll(tests);
      }
    }
    return Optional.empty();
  }

  private static Goal goal(Condition condition, Pattern pattern, int index, boolean wanted) {
    return new Goal(fact(pattern, index), pattern.type(), condition, wanted);
  }

  private static List<Goal> goals(List<Pattern> patterns, boolean wanted) {
    List<Goal> goals = new ArrayList<>();
    for (int i = 0; i < patterns.size(); i++) {
      Pattern p = patterns.get(i);
      goals.add(goal(p.condition(), p, i, (p.demand() != Demand.NOT) == wanted));
    }
    return goals;
  }

  private boolean possible(List<Goal> goals) {
    return new Search(values).possible(goals);
  }

  /** The alternatives within a condition that no client meets. */
  public List<Clash> deadAlternatives(Pattern pattern) {
    List<Clash> dead = new ArrayList<>();
    dead(pattern.condition(), pattern, dead);
    return dead;
  }

  private void dead(Condition condition, Pattern pattern, List<Clash> dead) {
    List<Condition> parts =
        condition instanceof Condition.All all
            ? all.parts()
            : condition instanceof Condition.Any any ? any.parts() : List.of();
    for (Condition part : parts) {
      if (condition instanceof Condition.Any && !possible(List.of(goal(part, pattern, 0, true)))) {
        List<Test> tests = part.tests().toList();
        Test last = tests.get(tests.size() - 1);
        dead.add(new Clash(last.offset(), last, tests.subList(0, tests.size() - 1)));
      } else {
        dead(part, pattern, dead);
      }
    }
  }

  private static List<Condition> parts(Pattern pattern) {
    return pattern.demand() == Demand.NOT
        ? List.of(pattern.condition())
        : flat(pattern.condition());
  }

  private static List<Condition> flat(Condition condition) {
    return condition instanceof Condition.All all
        ? all.parts().stream().flatMap(p -> flat(p).stream()).toList()
        : List.of(condition);
  }

  /** True if this holds for every client, open answers and all. */
  public boolean always(Pattern pattern, Condition condition) {
    return !several(pattern.type())
        && !possible(List.of(goal(condition, pattern, 0, pattern.demand() == Demand.NOT)));
  }

  /** True if a comparison holds for every answer that can be given. */
  public boolean holdsForEveryAnswer(Pattern pattern, Test test) {
    return test.op().ordering()
        && values.of(pattern.type(), test.field(), List.of(test), Set.of()).stream()
            .allMatch(v -> v == null || test.holds(v))
        && bounded(pattern, test);
  }

  private boolean bounded(Pattern pattern, Test test) {
    Map<String, FieldType> fields = values.fields(pattern.type());
    FieldType field = fields == null ? null : fields.get(test.field());
    return field != null && field.question() != null;
  }

  /** True if whoever meets the first conditions meets the second, as far as can be told. */
  public boolean implies(List<Pattern> first, List<Pattern> second) {
    if (second.stream().anyMatch(p -> several(p.type()))
        || first.stream().anyMatch(p -> several(p.type()))) {
      return first.toString().equals(second.toString());
    }
    for (Goal without : goals(second, false)) {
      List<Goal> goals = new ArrayList<>(goals(first, true));
      goals.add(without);
      if (possible(goals)) {
        return false;
      }
    }
    return true;
  }

  private static boolean several(String type) {
    return type.equals("LoggedSession") || type.equals("LoggedSet");
  }

  /**
   * Which fact a pattern speaks of: there is one of each section, one Likelihood for each cause.
   */
  private static String fact(Pattern pattern, int index) {
    if (several(pattern.type())) {
      return pattern.type() + "#" + index;
    }
    if (!pattern.type().equals("Likelihood")) {
      return pattern.type();
    }
    return pattern.condition() instanceof Condition.All all
        ? all.parts().stream()
            .filter(Test.class::isInstance)
            .map(Test.class::cast)
            .filter(t -> t.field().equals("cause") && t.op() == Op.EQ)
            .map(t -> "Likelihood " + t.operands())
            .findFirst()
            .orElse("Likelihood#" + index)
        : "Likelihood#" + index;
  }
}
