package dev.spotter.explain;

import dev.spotter.assess.Examined;
import dev.spotter.rules.Action;
import dev.spotter.rules.Pattern;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of rules, each compiled as a rule of its own, so that Drools itself says which
 * hold. Immutable, safe for many threads.
 */
public final class Probes {
  private static final List<Action> SIGN =
      List.of(new Action("Note", List.of(new Action.Call("says", "-", 0))));

  private final Map<String, String> names;
  private final RuleSet asked;

  private Probes(Map<String, String> names, RuleSet asked) {
    this.names = names;
    this.asked = asked;
  }

  /**
   * Compiles the conditions of some rules, equal ones once.
   *
   * @param rules the rule set that decides
   * @param about rules of it
   */
  public static Probes of(RuleSet rules, Collection<Rule> about) {
    Map<String, String> names = new LinkedHashMap<>();
    List<Rule> probes = new ArrayList<>();
    about.stream()
        .flatMap(r -> Parts.of(r).stream())
        .flatMap(Part::all)
        .forEach(
            part -> {
              String name = "condition " + names.size();
              if (names.putIfAbsent(part.key(), name) == null) {
                probes.add(rule(name, part.probe(), probes.size()));
              }
            });
    return new Probes(names, rules.asking(probes));
  }

  /** A rule that does nothing but show that it matched. */
  static Rule rule(String name, List<Pattern> patterns, int order) {
    return new Rule(name, "", 0, order, Rule.Layer.ADVICE, List.of(), patterns, SIGN);
  }

  /** How many different conditions there are. */
  public int size() {
    return names.size();
  }

  /** What a condition is called in {@link #matching}; equal conditions are called the same. */
  public @Nullable String name(Part part) {
    return names.get(part.key());
  }

  /** The names of the conditions that hold for a client. */
  public Set<String> matching(Examined client) {
    return client.matching(asked);
  }

  /** Asks which conditions hold for a client. */
  public Held held(Examined client) {
    return new Held(names, client.matching(asked));
  }

  /** Which conditions hold for one client. */
  public static final class Held {
    private final Map<String, String> names;
    private final Set<String> matched;

    private Held(Map<String, String> names, Set<String> matched) {
      this.names = names;
      this.matched = matched;
    }

    /**
     * True if it holds.
     *
     * @throws IllegalArgumentException if it is of a rule that was not asked about
     */
    public boolean holds(Part part) {
      String name = names.get(part.key());
      if (name == null) {
        throw new IllegalArgumentException("not asked: " + part.written());
      }
      return matched.contains(name);
    }
  }
}
