package dev.spotter.assess;

import dev.spotter.fact.Evidence.Strength;
import dev.spotter.rules.Action;
import dev.spotter.rules.Condition;
import dev.spotter.rules.Pattern;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Section;
import dev.spotter.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which answers each rule reads, and which questions bear on each cause. Made once a rule set. */
final class Reads {

  /**
   * A field that a rule reads.
   *
   * @param id as shown: a question's id, or {@code history.} and the measure
   * @param place of the question; -1 for a measure
   * @param number its own among all that rules read
   */
  record Field(String id, String type, String field, int place, int number) {}

  private final Vocabulary vocabulary;
  private final Map<String, String> sections = new HashMap<>();
  private final Map<String, Field> fields = new HashMap<>();
  private final Map<String, List<String>> tests = new ConcurrentHashMap<>();
  private final List<List<Field>> byRule = new ArrayList<>();
  private final Map<String, Map<String, Integer>> byCause = new HashMap<>();
  private final Map<String, Swings> swings = new HashMap<>();

  /** For each answer to a question, what it may add to or take from each cause. */
  private record Swings(Map<Object, Map<String, Integer>> byAnswer) {}

  Reads(RuleSet rules) {
    this.vocabulary = rules.vocabulary();
    for (Section section : rules.vocabulary().sections()) {
      sections.put(section.type(), section.key());
    }
    for (Rule rule : rules.rules()) {
      byRule.add(fields(rule));
      rule.actions().stream()
          .filter(a -> a.type().equals("Evidence"))
          .forEach(a -> bearing(rules, rule, a));
    }
  }

  private List<Field> fields(Rule rule) {
    Set<Field> read = new LinkedHashSet<>();
    for (Pattern pattern : rule.patterns()) {
      String section = sections.get(pattern.type());
      if (section != null || pattern.type().equals("History")) {
        pattern
            .tests()
            .forEach(
                t ->
                    read.add(
                        field(pattern.type(), t.field(), section == null ? "history" : section)));
      }
    }
    return List.copyOf(read);
  }

  private Field field(String type, String name, String section) {
    String id = section + "." + name;
    return fields.computeIfAbsent(
        type + "." + name, x -> new Field(id, type, name, vocabulary.place(id), fields.size()));
  }

  /** The field of a fact that a client brings, if a rule reads it; empty for others. */
  Optional<Field> field(String type, String field) {
    return Optional.ofNullable(fields.get(type + "." + field));
  }

  /** The tests of a rule's patterns as an explanation shows them, in order; written once. */
  List<String> tests(Rule rule) {
    return tests.computeIfAbsent(
        rule.name(),
        name ->
            rule.patterns().stream()
                .flatMap(p -> p.tests().map(t -> p.type() + "( " + t + " )"))
                .toList());
  }

  /** How many fields rules read. */
  int fields() {
    return fields.size();
  }

  private void bearing(RuleSet rules, Rule rule, Action action) {
    Map<String, Integer> questions =
        byCause.computeIfAbsent(action.subject(), c -> new LinkedHashMap<>());
    int points = points(rules, action);
    int signed = action.calls().get(0).name().equals("supports") ? points : -points;
    for (Field field : fieldsOf(rule)) {
      Question question = rules.vocabulary().question(field.id());
      if (question != null) {
        questions.merge(field.id(), points, Math::max);
        Swings swing = swings.computeIfAbsent(field.id(), id -> new Swings(new LinkedHashMap<>()));
        for (Object answer : answers(question, rule)) {
          if (rule.patterns().stream()
              .filter(p -> p.type().equals(field.type()))
              .allMatch(p -> p.condition().mayHold(field.field(), answer))) {
            swing
                .byAnswer()
                .computeIfAbsent(answer, x -> new HashMap<>())
                .merge(action.subject(), signed, Integer::sum);
          }
        }
      }
    }
  }

  private static int points(RuleSet rules, Action action) {
    for (Strength strength : Strength.values()) {
      String call = strength.name().toLowerCase(Locale.ROOT);
      if (action.calls().stream().anyMatch(c -> c.name().startsWith(call.substring(0, 4)))) {
        return rules.scale().points().getOrDefault(strength, 0);
      }
    }
    return 0;
  }

  /** What can be answered; of numbers, those at and around what the rule compares them with. */
  private static List<Object> answers(Question question, Rule rule) {
    List<Object> answers = new ArrayList<>();
    boolean many = question.kind() == Question.Kind.MANY;
    question.choices().forEach(c -> answers.add(many ? Set.of(c.id()) : c.id()));
    if (question.kind().number()) {
      rule.patterns().stream()
          .flatMap(Pattern::tests)
          .filter(t -> t.field().equals(question.field()))
          .flatMap(t -> t.operands().stream())
          .filter(Condition.Operand::number)
          .map(o -> ((BigDecimal) Objects.requireNonNull(o.value())).doubleValue())
          .forEach(limit -> answers.addAll(List.of(limit, limit - 1, limit + 1)));
    }
    return answers;
  }

  /** How far the answer to a question can move one cause against another, in points. */
  int swing(String question, String cause, String other) {
    int least = 0;
    int most = 0;
    Swings found = swings.get(question);
    if (found != null) {
      for (Map<String, Integer> moved : found.byAnswer().values()) {
        int apart = moved.getOrDefault(cause, 0) - moved.getOrDefault(other, 0);
        least = Math.min(least, apart);
        most = Math.max(most, apart);
      }
    }
    return most - least;
  }

  List<Field> fieldsOf(Rule rule) {
    return byRule.get(rule.order());
  }

  /** The questions that bear on a cause, with the weight of the heaviest rule that reads each. */
  Map<String, Integer> bearingOn(String cause) {
    return byCause.getOrDefault(cause, Map.of());
  }
}
