package dev.spotter.prove;

import dev.spotter.assess.Assessor;
import dev.spotter.fact.Level;
import dev.spotter.fact.Referral;
import dev.spotter.prove.Partial.Variable;
import dev.spotter.rules.Condition;
import dev.spotter.rules.Insertion;
import dev.spotter.rules.Pattern;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Goes through all answers that bear on an invariant which says that the level is at least so high.
 * Levels only rise: once a rule fires that asks for it and reads nothing but what is fixed, all
 * clients who agree in that are settled at once. Where the rule that fires reads more, each answer
 * to it is gone into. Whether a rule fires, the engine says. Safe for many threads.
 *
 * <p>What a log would answer in place of the client is not tried, nor are other kinds of
 * invariants.
 */
final class Exhaustion {
  private final Assessor assessor;
  private final Vocabulary vocabulary;
  private final RuleSet rules;
  private final Map<String, Set<BigDecimal>> limits = new HashMap<>();

  Exhaustion(Assessor assessor) {
    this.assessor = assessor;
    this.rules = assessor.rules();
    this.vocabulary = rules.vocabulary();
    rules.rules().stream()
        .filter(r -> r.actions().stream().anyMatch(a -> a.type().equals("Referral")))
        .forEach(r -> r.patterns().forEach(this::limits));
  }

  private void limits(Pattern pattern) {
    pattern
        .tests()
        .forEach(
            test -> {
              Question question = vocabulary.question(pattern.type(), test.field());
              if (question != null && question.kind().number()) {
                test.operands().stream()
                    .filter(Condition.Operand::number)
                    .forEach(o -> limit(question, (BigDecimal) Objects.requireNonNull(o.value())));
              }
            });
  }

  private void limit(Question question, BigDecimal limit) {
    limits.computeIfAbsent(question.id(), q -> new LinkedHashSet<>()).add(limit);
  }

  /**
   * What a search found.
   *
   * @param cases how many clients stood for all others
   * @param settled true if every client is settled
   * @param breaking a client who breaks the invariant, or null
   */
  record Found(int cases, boolean settled, @Nullable Client breaking) {}

  /** True if this can go through all answers to an invariant: it asks for a level at least. */
  static boolean suits(Invariant invariant) {
    Set<Level> levels = invariant.then().levels();
    return !levels.isEmpty()
        && levels.equals(EnumSet.range(least(levels), Level.EMERGENCY))
        && !invariant.anyOf().isEmpty()
        && invariant.anyOf().stream().allMatch(w -> w.levels().isEmpty());
  }

  private static Level least(Set<Level> levels) {
    return levels.stream().min(Comparator.naturalOrder()).orElseThrow();
  }

  /**
   * Goes through the answers, depth first; ends with the first client who breaks it.
   *
   * @param most cases after which it gives up
   */
  Found search(Invariant invariant, int most) {
    Level least = least(invariant.then().levels());
    Deque<Partial> open = new ArrayDeque<>();
    invariant.anyOf().forEach(w -> open.addAll(starts(w)));
    int cases = 0;
    boolean settled = true;
    while (!open.isEmpty()) {
      if (cases == most) {
        return new Found(cases, false, null);
      }
      cases++;
      Partial partial = open.pop();
      Client client = partial.client(vocabulary);
      List<Rule> raising = raising(client, least);
      if (raising.isEmpty()) {
        return new Found(cases, false, client);
      }
      List<Variable> unsaid = fewestUnsaid(partial, raising);
      if (unsaid == null) {
        settled = false;
      } else if (!unsaid.isEmpty()) {
        parts(partial, unsaid.get(0)).forEach(open::push);
      }
    }
    return new Found(cases, settled, null);
  }

  private List<Rule> raising(Client client, Level least) {
    List<Rule> raising = new ArrayList<>();
    for (Insertion insertion : assessor.findings(client.intake(), client.settings())) {
      if (insertion.fact() instanceof Referral referral && referral.level().compareTo(least) >= 0) {
        raising.add(insertion.rule());
      }
    }
    raising.sort(Comparator.comparingInt(Rule::order));
    return raising;
  }

  /** What the rule reads beyond what is fixed that reads least beyond it; null if none can say. */
  private @Nullable List<Variable> fewestUnsaid(Partial partial, List<Rule> raising) {
    List<Variable> fewest = null;
    for (Rule rule : raising) {
      List<Variable> unsaid = partial.unsaid(rule, vocabulary);
      if (unsaid != null && (fewest == null || unsaid.size() < fewest.size())) {
        fewest = unsaid;
      }
    }
    return fewest;
  }

  private List<Partial> parts(Partial partial, Variable variable) {
    Question question = variable.question();
    String choice = variable.choice();
    List<Partial> parts = new ArrayList<>();
    if (!partial.says(question)) {
      parts.add(partial.with(question, Partial.NOT_ASKED));
    }
    if (choice != null) {
      parts.add(partial.with(question, choice, true));
      parts.add(partial.with(question, choice, false));
    } else if (question.kind() == Question.Kind.MANY) {
      parts.add(partial.with(question, Map.of()));
    } else {
      answers(question, Set.of()).forEach(a -> parts.add(partial.with(question, a)));
    }
    return parts;
  }

  /** An answer of each kind that a rule, or one of these limits, tells from the others. */
  private List<Object> answers(Question question, Set<BigDecimal> more) {
    List<Object> answers = new ArrayList<>();
    if (!question.kind().number()) {
      question.choices().forEach(c -> answers.add(c.id()));
      answers.add(Question.UNKNOWN);
      return answers;
    }
    Set<Number> numbers = new LinkedHashSet<>();
    Set<BigDecimal> all = new LinkedHashSet<>(more);
    all.addAll(limits.getOrDefault(question.id(), Set.of()));
    Question.Range range = Objects.requireNonNull(question.range());
    numbers.add(Answering.rounded(question, range.min().doubleValue()));
    double step = question.kind() == Question.Kind.WHOLE ? 1 : 0.5;
    for (BigDecimal limit : all) {
      for (double near : new double[] {-step, 0, step}) {
        numbers.add(Answering.rounded(question, limit.doubleValue() + near));
      }
    }
    numbers.stream().filter(n -> Answering.fits(question, n)).forEach(answers::add);
    return answers;
  }

  /** Every way in which the answers that an invariant names can be what it wants. */
  private List<Partial> starts(Invariant.When when) {
    List<Partial> starts = List.of(Partial.none());
    for (Map.Entry<String, Wanted> entry : when.answers().entrySet()) {
      Question question = Objects.requireNonNull(vocabulary.question(entry.getKey()));
      List<Partial> more = new ArrayList<>();
      for (Partial start : starts) {
        wanted(question, entry.getValue()).forEach(a -> more.add(start.with(question, a)));
      }
      starts = more;
    }
    return starts;
  }

  private List<Object> wanted(Question question, Wanted wanted) {
    List<Object> answers = new ArrayList<>();
    boolean word =
        question.kind() == Question.Kind.CHOICE || question.kind() == Question.Kind.YES_NO;
    if (wanted.holds(null) || (!word && wanted.names(Question.UNKNOWN))) {
      answers.add(Partial.NOT_ASKED);
    }
    if (question.kind() == Question.Kind.MANY) {
      answers.addAll(ticks(question, wanted));
    } else {
      answers(question, wanted.limits()).stream().filter(wanted::holds).forEach(answers::add);
    }
    return answers;
  }

  /** Each way to tick the choices that are wanted; all others may be ticked or not. */
  private static List<Object> ticks(Question question, Wanted wanted) {
    List<String> named =
        wanted.names(Question.NONE)
            ? question.choices().stream().map(Question.Choice::id).toList()
            : question.choices().stream().map(Question.Choice::id).filter(wanted::names).toList();
    List<Object> ways = new ArrayList<>();
    if (wanted.names(Question.NONE)) {
      Map<String, Boolean> nothing = new TreeMap<>();
      named.forEach(c -> nothing.put(c, false));
      ways.add(nothing);
    }
    for (int i = 0; i < named.size(); i++) {
      if (wanted.names(named.get(i))) {
        Map<String, Boolean> ticks = new TreeMap<>();
        named.subList(0, i).stream().filter(wanted::names).forEach(c -> ticks.put(c, false));
        ticks.put(named.get(i), true);
        ways.add(ticks);
      }
    }
    return ways;
  }
}
