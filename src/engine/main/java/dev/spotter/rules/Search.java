package dev.spotter.rules;

import dev.spotter.rules.Condition.Op;
import dev.spotter.rules.Condition.Test;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Looks for a client that meets all of several conditions. */
final class Search {
  private static final int STEPS = 50_000;

  private final Values values;
  private final Map<String, List<Goal>> settled = new HashMap<>();
  private int steps;

  Search(Values values) {
    this.values = values;
  }

  /**
   * A condition that must come out one way.
   *
   * @param fact the fact, with what tells it from others of its type
   */
  record Goal(String fact, String type, Condition condition, boolean wanted) {
    private Goal part(Condition condition) {
      return new Goal(fact, type, condition, wanted);
    }

    /** True if one of the parts is enough. */
    private boolean branches() {
      return wanted ? condition instanceof Condition.Any : condition instanceof Condition.All;
    }
  }

  /** True if some client meets them all, or nobody can tell within reason. */
  boolean possible(List<Goal> goals) {
    List<Goal> branching = new ArrayList<>();
    List<Goal> flat = new ArrayList<>();
    goals.forEach(g -> flatten(g, flat, branching));
    int kept = 0;
    boolean possible = true;
    for (Goal goal : flat) {
      if (goal.condition() instanceof Test test) {
        kept++;
        possible = settle(goal, test) && possible;
      } else {
        possible = goal.wanted() && possible;
      }
    }
    possible = possible && branch(branching);
    for (int i = flat.size() - 1; kept > 0 && i >= 0; i--) {
      if (flat.get(i).condition() instanceof Test test) {
        Objects.requireNonNull(settled.get(key(flat.get(i), test))).remove(flat.get(i));
        kept--;
      }
    }
    return possible;
  }

  private boolean branch(List<Goal> branching) {
    if (branching.isEmpty() || ++steps > STEPS) {
      return true;
    }
    Goal first = branching.get(0);
    List<Goal> rest = branching.subList(1, branching.size());
    for (Condition part : parts(first.condition())) {
      List<Goal> goals = new ArrayList<>(List.of(first.part(part)));
      goals.addAll(rest);
      if (possible(goals)) {
        return true;
      }
    }
    return false;
  }

  private static void flatten(Goal goal, List<Goal> flat, List<Goal> branching) {
    if (goal.branches()) {
      branching.add(goal);
    } else if (goal.condition() instanceof Condition.All
        || goal.condition() instanceof Condition.Any) {
      parts(goal.condition()).forEach(p -> flatten(goal.part(p), flat, branching));
    } else {
      flat.add(goal);
    }
  }

  private static List<Condition> parts(Condition condition) {
    return condition instanceof Condition.All all
        ? all.parts()
        : ((Condition.Any) condition).parts();
  }

  private static String key(Goal goal, Test test) {
    return goal.fact() + "." + test.field();
  }

  /** Adds a comparison; true if some value of its field passes all that are there. */
  private boolean settle(Goal goal, Test test) {
    List<Goal> field = settled.computeIfAbsent(key(goal, test), k -> new ArrayList<>());
    field.add(goal);
    List<Goal> plain =
        field.stream()
            .filter(
                g -> ((Test) g.condition()).operands().stream().allMatch(o -> o.variable() == null))
            .toList();
    if (plain.isEmpty()) {
      return true;
    }
    List<Test> tests = plain.stream().map(g -> (Test) g.condition()).toList();
    return values.of(goal.type(), test.field(), tests, members(plain)).stream()
        .anyMatch(v -> plain.stream().allMatch(g -> ((Test) g.condition()).holds(v) == g.wanted()));
  }

  private static Set<Object> members(List<Goal> goals) {
    Set<Object> members = new HashSet<>();
    for (Goal goal : goals) {
      Test test = (Test) goal.condition();
      boolean contains = test.op() == (goal.wanted() ? Op.CONTAINS : Op.NOT_CONTAINS);
      Object value = test.operands().get(0).value();
      if (contains && value != null) {
        members.add(value);
      }
    }
    return members;
  }
}
