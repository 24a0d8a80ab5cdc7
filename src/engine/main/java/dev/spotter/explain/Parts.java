package dev.spotter.explain;

import dev.spotter.explain.Part.Way;
import dev.spotter.rules.Condition;
import dev.spotter.rules.Condition.Bind;
import dev.spotter.rules.Condition.Test;
import dev.spotter.rules.Pattern;
import dev.spotter.rules.Pattern.Demand;
import dev.spotter.rules.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes a rule apart into conditions that hold or fail by themselves. */
public final class Parts {
  /** Facts of which a client has several: what is demanded of one must hold of the same one. */
  private static final Set<String> SEVERAL = Set.of("Likelihood", "LoggedSession", "LoggedSet");

  private final List<Pattern> patterns;
  private final Map<String, Integer> binders = new LinkedHashMap<>();
  private final List<Part> parts = new ArrayList<>();

  private Parts(Rule rule) {
    this.patterns = rule.patterns();
    for (int i = 0; i < patterns.size(); i++) {
      for (Bind bind : binds(patterns.get(i).condition())) {
        binders.putIfAbsent(bind.name(), i);
      }
    }
  }

  /** The conditions of a rule in its order; none where it fires for everybody. */
  public static List<Part> of(Rule rule) {
    return new Parts(rule).read();
  }

  private List<Part> read() {
    List<Integer> tied = tied();
    for (int i = 0; i < patterns.size(); i++) {
      if (tied.contains(i)) {
        if (tied.get(0) == i) {
          whole(tied);
        }
      } else if (whole(patterns.get(i))) {
        whole(List.of(i));
      } else {
        apart(i);
      }
    }
    return List.copyOf(parts);
  }

  private static boolean whole(Pattern pattern) {
    return pattern.demand() == Demand.NOT
        || (SEVERAL.contains(pattern.type()) && pattern.cause() == null);
  }

  /**
   * Patterns that only match together, for one compares with a value of which there are several.
   */
  private List<Integer> tied() {
    List<Integer> tied = new ArrayList<>();
    boolean several = false;
    for (int i = 0; i < patterns.size(); i++) {
      Set<String> used = variables(patterns.get(i).condition());
      boolean inside = binds(patterns.get(i).condition()).size() > topBinds(i).size();
      int here = i;
      boolean named =
          whole(patterns.get(i))
              && binders.entrySet().stream()
                  .anyMatch(b -> b.getValue() == here && used(b.getKey()));
      several |= named || inside;
      if (named || inside || !used.isEmpty()) {
        tied.add(i);
      }
    }
    return several ? tied : List.of();
  }

  private boolean used(String variable) {
    return patterns.stream().anyMatch(p -> variables(p.condition()).contains(variable));
  }

  private void whole(List<Integer> places) {
    List<Pattern> about = places.stream().map(patterns::get).toList();
    Set<String> needed =
        about.stream().flatMap(p -> variables(p.condition()).stream()).collect(Collectors.toSet());
    parts.add(new Part(Way.WHOLE, about, binding(needed, places), places, List.of()));
  }

  private void apart(int place) {
    Test cause = patterns.get(place).cause();
    for (Condition conjunct : patterns.get(place).condition().conjuncts()) {
      if (!(conjunct instanceof Bind) && conjunct != cause) {
        parts.add(part(place, conjunct));
      }
    }
  }

  private Part part(int place, Condition condition) {
    Pattern pattern = patterns.get(place);
    Set<String> needed = variables(condition);
    List<Condition> demanded = new ArrayList<>();
    Stream.ofNullable(pattern.cause()).forEach(demanded::add);
    topBinds(place).stream().filter(b -> needed.contains(b.name())).forEach(demanded::add);
    demanded.add(condition);
    Pattern about =
        new Pattern(
            pattern.demand(),
            pattern.type(),
            new Condition.All(List.copyOf(demanded)),
            pattern.offset());
    List<Integer> places = List.of(place);
    return new Part(
        condition instanceof Condition.Any
            ? Way.ANY
            : condition instanceof Condition.All ? Way.ALL : Way.TEST,
        List.of(about),
        binding(needed, places),
        places,
        inside(condition).stream()
            .filter(c -> !(c instanceof Bind))
            .map(c -> part(place, c))
            .toList());
  }

  /** Patterns that give names to the values needed, where these are named elsewhere. */
  private List<Pattern> binding(Set<String> needed, List<Integer> here) {
    List<Pattern> binding = new ArrayList<>();
    for (String name : needed) {
      int place = Objects.requireNonNull(binders.get(name), name);
      if (!here.contains(place)) {
        List<Condition> demanded = new ArrayList<>();
        Stream.ofNullable(patterns.get(place).cause()).forEach(demanded::add);
        topBinds(place).stream().filter(b -> b.name().equals(name)).forEach(demanded::add);
        binding.add(
            new Pattern(
                Demand.MATCH,
                patterns.get(place).type(),
                new Condition.All(List.copyOf(demanded)),
                patterns.get(place).offset()));
      }
    }
    return binding;
  }

  private List<Bind> topBinds(int place) {
    return patterns.get(place).condition().conjuncts().stream()
        .filter(Bind.class::isInstance)
        .map(Bind.class::cast)
        .toList();
  }

  private static List<Bind> binds(Condition condition) {
    return condition instanceof Bind bind
        ? List.of(bind)
        : inside(condition).stream().flatMap(c -> binds(c).stream()).toList();
  }

  private static Set<String> variables(Condition condition) {
    return condition
        .tests()
        .flatMap(t -> t.operands().stream())
        .flatMap(o -> Stream.ofNullable(o.variable()))
        .collect(Collectors.toCollection(java.util.TreeSet::new));
  }

  private static List<Condition> inside(Condition condition) {
    return condition instanceof Condition.All all
        ? all.conjuncts()
        : condition instanceof Condition.Any any ? any.parts() : List.of();
  }
}
