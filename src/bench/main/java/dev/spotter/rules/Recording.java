package dev.spotter.rules;

import dev.spotter.fact.Likelihood;
import dev.spotter.fact.Triage;
import dev.spotter.fact.Verdict;
import dev.spotter.vocabulary.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one client puts into a working memory, kept so that the rules can be fired again without
 * reading, weighing or reporting: to measure the rules alone.
 *
 * @param sections the client's answers
 * @param known what else is inserted before findings fire
 * @param weighed what is inserted before advice fires
 */
public record Recording(List<Told> sections, List<Object> known, List<Object> weighed) {

  /** A section and its answers, one for each question, in order. */
  public record Told(Section section, @Nullable Object[] values) {}

  /**
   * Records clients.
   *
   * @param user makes what assesses by a rule set
   */
  public static <T> List<Recording> of(
      RuleSet rules, Function<RuleSet, Consumer<T>> user, List<T> clients) {
    Tape tape = new Tape(rules);
    Consumer<T> assess = user.apply(rules.running(tape));
    List<Recording> made = new ArrayList<>();
    for (T client : clients) {
      tape.now = new Recording(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      assess.accept(client);
      made.add(tape.now);
    }
    return made;
  }

  /** Fires both layers as an assessment does, on any engine. */
  public List<Insertion> fire(RuleSet rules) {
    try (WorkingMemory memory = rules.memory()) {
      find(rules, memory);
      weighed.forEach(memory::insert);
      memory.fire();
      return memory.insertions();
    }
  }

  /** Fires the findings alone, for a rule set that has no other rules. */
  public List<Insertion> fireFindings(RuleSet rules) {
    try (WorkingMemory memory = rules.memory()) {
      find(rules, memory);
      return memory.insertions();
    }
  }

  private void find(RuleSet rules, WorkingMemory memory) {
    for (Told told : sections) {
      memory.insert(rules.fact(told.section(), told.values()));
    }
    known.forEach(memory::insert);
    memory.fire();
  }

  /** How often a rule fired, of what they inserted. */
  public static double firings(List<Insertion> insertions) {
    return insertions.stream().mapToDouble(i -> 1.0 / i.rule().actions().size()).sum();
  }

  /** Passes everything on, and writes it down. */
  private static final class Tape implements Engine {
    private final RuleSet rules;
    private Recording now = new Recording(List.of(), List.of(), List.of());

    Tape(RuleSet rules) {
      this.rules = rules;
    }

    @Override
    public Object fact(String type, @Nullable Object[] values) {
      return new Told(
          rules.vocabulary().sections().stream()
              .filter(s -> s.type().equals(type))
              .findFirst()
              .orElseThrow(),
          values.clone());
    }

    @Override
    public boolean reads(String type) {
      return rules.reads(type);
    }

    @Override
    public WorkingMemory memory() {
      return new Listening(rules.memory());
    }

    private final class Listening implements WorkingMemory {
      private final WorkingMemory to;

      Listening(WorkingMemory to) {
        this.to = to;
      }

      @Override
      public void insert(Object fact) {
        if (fact instanceof Told told) {
          now.sections().add(told);
          to.insert(rules.fact(told.section(), told.values()));
          return;
        }
        boolean later =
            fact instanceof Likelihood || fact instanceof Triage || fact instanceof Verdict;
        (later ? now.weighed() : now.known()).add(fact);
        to.insert(fact);
      }

      @Override
      public void fire() {
        to.fire();
      }

      @Override
      public List<Insertion> insertions() {
        return to.insertions();
      }

      @Override
      public void close() {
        to.close();
      }
    }
  }
}
