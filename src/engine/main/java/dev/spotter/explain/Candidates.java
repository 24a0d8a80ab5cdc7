package dev.spotter.explain;

import dev.spotter.intake.Answer;
import dev.spotter.intake.Intake;
import dev.spotter.rules.Condition.Operand;
import dev.spotter.rules.Pattern;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Section;
import dev.spotter.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Other answers to one question that could make a difference: every choice, each tick more or less,
 * numbers at and beside what any rule compares them with, and none.
 */
final class Candidates {
  private final Map<String, TreeSet<BigDecimal>> limits = new HashMap<>();

  /** One other answer; null for not asked. */
  record Candidate(Question question, @Nullable Object answer) {
    /** The client with this answer in place of the one given. */
    Intake in(Intake told) {
      Map<String, Answer> answers = new LinkedHashMap<>(told.answers());
      if (answer == null) {
        answers.remove(question.id());
      } else {
        answers.put(question.id(), Answer.of(answer));
      }
      return new Intake(told.id(), told.at(), told.zone(), answers, told.history());
    }
  }

  Candidates(RuleSet rules) {
    Map<String, String> keys = new HashMap<>();
    for (Section section : rules.vocabulary().sections()) {
      keys.put(section.type(), section.key());
    }
    for (Rule rule : rules.rules()) {
      for (Pattern pattern : rule.patterns()) {
        String key = keys.get(pattern.type());
        if (key != null) {
          pattern.tests().forEach(t -> t.operands().forEach(o -> limit(key + "." + t.field(), o)));
        }
      }
    }
  }

  private void limit(String question, Operand operand) {
    if (operand.value() instanceof BigDecimal number) {
      limits.computeIfAbsent(question, q -> new TreeSet<>()).add(number);
    }
  }

  /** The questions that rules read: themselves, or as one of the safety items still open. */
  static List<Question> questionsOf(Collection<Rule> rules, Vocabulary vocabulary) {
    Set<String> read = new HashSet<>();
    rules.forEach(r -> read.addAll(r.reads()));
    boolean completeness = read.stream().anyMatch(r -> r.startsWith("Completeness."));
    List<Question> questions = new ArrayList<>();
    for (Section section : vocabulary.sections()) {
      section.questions().stream()
          .filter(
              q ->
                  read.contains(section.type() + "." + q.field())
                      || (completeness && q.needed() != null))
          .forEach(questions::add);
    }
    return questions;
  }

  /** What could be answered instead of what was; not asked and not known come last. */
  List<Candidate> of(Question question, Intake told) {
    Answer given = told.answers().get(question.id());
    Object now = given == null ? null : given.value();
    List<@Nullable Object> answers = new ArrayList<>();
    switch (question.kind()) {
      case YES_NO, CHOICE -> question.choices().forEach(c -> answers.add(c.id()));
      case MANY -> answers.addAll(ticks(question, now));
      case WHOLE, DECIMAL -> answers.addAll(numbers(question, now));
    }
    answers.add(Question.UNKNOWN);
    answers.add(null);
    List<Candidate> candidates = new ArrayList<>();
    for (Object answer : answers) {
      if (answer == null ? now != null : !answer.equals(now)) {
        candidates.add(new Candidate(question, answer));
      }
    }
    return candidates;
  }

  private static List<Object> ticks(Question question, @Nullable Object now) {
    List<Object> answers = new ArrayList<>();
    for (Question.Choice choice : question.choices()) {
      Set<String> ticked = new TreeSet<>();
      if (now instanceof Set<?> set) {
        set.forEach(c -> ticked.add(String.valueOf(c)));
      }
      if (choice.id().equals(Question.NONE)) {
        ticked.clear();
      } else if (!ticked.remove(choice.id())) {
        ticked.add(choice.id());
      }
      answers.add(Set.copyOf(ticked));
    }
    answers.add(Set.of());
    return answers.stream().distinct().toList();
  }

  /** The nearest first. */
  private List<Object> numbers(Question question, @Nullable Object now) {
    Question.Range range = question.range();
    BigDecimal step =
        question.kind() == Question.Kind.WHOLE ? BigDecimal.ONE : new BigDecimal("0.5");
    TreeSet<BigDecimal> numbers = new TreeSet<>();
    for (BigDecimal limit : limits.getOrDefault(question.id(), new TreeSet<>())) {
      numbers.addAll(List.of(limit.subtract(step), limit, limit.add(step)));
    }
    double from = now instanceof Number number ? number.doubleValue() : 0;
    return numbers.stream()
        .filter(
            n -> range == null || (n.compareTo(range.min()) >= 0 && n.compareTo(range.max()) <= 0))
        .sorted(
            java.util.Comparator.comparingDouble((BigDecimal n) -> Math.abs(n.doubleValue() - from))
                .thenComparing(n -> n))
        .map(n -> question.kind() == Question.Kind.WHOLE ? (Object) n.intValue() : n.doubleValue())
        .distinct()
        .toList();
  }
}
