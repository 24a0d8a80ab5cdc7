package dev.spotter.rules;

import dev.spotter.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Two engines for one rule set: most rules run in the {@link Wide} one; those that join facts of
 * which a client has several, or compare one answer with another, went through Drools' compiler. No
 * rule reads what another inserts, so each may run without the others.
 */
final class Mixed implements Engine {
  private final Engine wide;
  private final Engine joining;

  private Mixed(Engine wide, Engine joining) {
    this.wide = wide;
    this.joining = joining;
  }

  /**
   * The engine for some rules.
   *
   * @throws IllegalArgumentException if two have one name
   */
  static Engine of(Vocabulary vocabulary, Collection<Rule> rules) {
    return of(vocabulary, rules, joining -> Rewritten.compile(vocabulary, joining));
  }

  /**
   * As {@link #of(Vocabulary, Collection)}.
   *
   * @param joining makes one for those that join
   * @throws IllegalArgumentException if two have one name
   */
  static Engine of(
      Vocabulary vocabulary, Collection<Rule> rules, Function<List<Rule>, Engine> joining) {
    Set<String> names = new HashSet<>();
    for (Rule rule : rules) {
      if (!names.add(rule.name())) {
        throw new IllegalArgumentException("two rules are called " + rule.name());
      }
    }
    Slots slots = new Slots(vocabulary);
    List<Rule> taken = rules.stream().filter(r -> Network.takes(r, slots)).toList();
    Engine wide = new Wide(slots, taken);
    List<Rule> others = rules.stream().filter(r -> !Network.takes(r, slots)).toList();
    return others.isEmpty() ? wide : new Mixed(wide, joining.apply(others));
  }

  private record Twice(Object wide, Object joining) {}

  @Override
  public Object fact(String type, @Nullable Object[] values) {
    return new Twice(wide.fact(type, values), joining.fact(type, values));
  }

  @Override
  public boolean reads(String type) {
    return wide.reads(type) || joining.reads(type);
  }

  @Override
  public WorkingMemory memory() {
    return new Memories(wide.memory(), joining.memory());
  }

  private record Memories(WorkingMemory wide, WorkingMemory joining) implements WorkingMemory {
    @Override
    public void insert(Object fact) {
      wide.insert(fact instanceof Twice twice ? twice.wide() : fact);
      joining.insert(fact instanceof Twice twice ? twice.joining() : fact);
    }

    @Override
    public void fire() {
      wide.fire();
      joining.fire();
    }

    @Override
    public List<Insertion> insertions() {
      List<Insertion> all = new ArrayList<>(wide.insertions());
      all.addAll(joining.insertions());
      return all;
    }

    @Override
    public void close() {
      try {
        wide.close();
      } finally {
        joining.close();
      }
    }
  }
}
