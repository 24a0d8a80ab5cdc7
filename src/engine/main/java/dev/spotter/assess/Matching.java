package dev.spotter.assess;

import dev.spotter.rules.Condition;
import dev.spotter.rules.Insertion;
import dev.spotter.rules.Pattern;
import dev.spotter.rules.Rule;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the rules that fired met: the values behind their conditions. */
final class Matching {
  private final Vocabulary vocabulary;
  private final Reads reads;
  private final Answers answers;
  private final Outcome outcome;

  Matching(Vocabulary vocabulary, Reads reads, Answers answers, Outcome outcome) {
    this.vocabulary = vocabulary;
    this.reads = reads;
    this.answers = answers;
    this.outcome = outcome;
  }

  /** What a rule read, by id: answers, measures, and what the engine had weighed. */
  Map<String, @Nullable Object> facts(Rule rule) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    for (Pattern pattern : rule.patterns()) {
      if (pattern.type().equals("Completeness")) {
        open(facts);
      } else {
        pattern.tests().forEach(test -> facts.put(id(pattern, test), value(pattern, test)));
      }
    }
    facts.remove("");
    return facts;
  }

  /** The questions behind the open safety items. */
  private void open(Map<String, @Nullable Object> facts) {
    for (Question question : vocabulary.questions()) {
      if (question.needed() != null && outcome.completeness().open().contains(question.needed())) {
        facts.put(question.id(), answers.factValue(question));
      }
    }
  }

  private String id(Pattern pattern, Condition.Test test) {
    String cause = cause(pattern);
    if (cause != null) {
      return test.field().equals("cause") ? "" : "likelihood." + cause + "." + test.field();
    }
    return reads
        .field(pattern.type(), test.field())
        .map(Reads.Field::id)
        .orElse(pattern.type().toLowerCase(Locale.ROOT) + "." + test.field());
  }

  /** How every rule that inserted something matched, in the order of rules. */
  List<Assessment.Match> matches() {
    Map<Rule, List<String>> byRule = new LinkedHashMap<>();
    for (Insertion insertion : outcome.insertions()) {
      byRule
          .computeIfAbsent(insertion.rule(), r -> new ArrayList<>())
          .add(insertion.fact().toString());
    }
    List<Assessment.Match> matches = new ArrayList<>();
    byRule.forEach((rule, inserted) -> matches.add(match(rule, inserted)));
    return matches;
  }

  private Assessment.Match match(Rule rule, List<String> inserted) {
    List<Assessment.Met> met = new ArrayList<>();
    Iterator<String> written = reads.tests(rule).iterator();
    for (Pattern pattern : rule.patterns()) {
      pattern
          .tests()
          .forEach(test -> met.add(new Assessment.Met(written.next(), value(pattern, test))));
    }
    return new Assessment.Match(rule.name(), rule.file(), rule.line(), met, List.copyOf(inserted));
  }

  private @Nullable Object value(Pattern pattern, Condition.Test test) {
    String field = test.field();
    return switch (pattern.type()) {
      case "Triage" -> field.equals("level") ? outcome.triage().level() : outcome.triage().flags();
      case "Verdict" ->
          field.equals("first") ? outcome.verdict().first() : outcome.verdict().leads();
      case "Completeness" ->
          field.equals("openCore")
              ? outcome.completeness().openCore()
              : outcome.completeness().open();
      case "Likelihood" -> likelihood(cause(pattern), field);
      default -> reads.field(pattern.type(), field).map(answers::value).orElse(null);
    };
  }

  /** The cause that a pattern over likelihoods names, or null. */
  private static @Nullable String cause(Pattern pattern) {
    return pattern.type().equals("Likelihood")
        ? pattern
            .tests()
            .filter(t -> t.field().equals("cause") && t.op() == Condition.Op.EQ)
            .map(t -> String.valueOf(t.operands().get(0).value()))
            .findFirst()
            .orElse(null)
        : null;
  }

  private @Nullable Object likelihood(@Nullable String cause, String field) {
    for (int i = 0; i < outcome.sums().size(); i++) {
      Weighing.Sum sum = outcome.sums().get(i);
      if (sum.cause().id().equals(cause)) {
        return switch (field) {
          case "cause" -> cause;
          case "level" -> sum.word();
          case "points" -> sum.points();
          case "rank" -> i + 1;
          default -> sum.subtype();
        };
      }
    }
    return null;
  }
}
