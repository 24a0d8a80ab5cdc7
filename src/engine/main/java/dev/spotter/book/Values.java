package dev.spotter.book;

import dev.spotter.fact.Verdict;
import dev.spotter.rules.Condition.Operand;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Cause;
import dev.spotter.vocabulary.Question;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Says what fields are compared with: answers by their labels, causes by their titles. */
final class Values {
  static final String NOT_KNOWN = "not known";

  private final RuleSet rules;
  private final Subjects subjects;

  Values(RuleSet rules, Subjects subjects) {
    this.rules = rules;
    this.subjects = subjects;
  }

  Phrase of(String type, String field, Operand operand) {
    if (operand.variable() != null) {
      return Phrase.code(operand.variable());
    }
    Question question = subjects.question(type, field);
    if (operand.value() instanceof BigDecimal number) {
      return Phrase.of(number(number, question));
    }
    String word = String.valueOf(operand.value());
    return question != null ? Phrase.of(answer(question, word)) : found(type + "." + field, word);
  }

  /** A number with its unit. */
  static String number(BigDecimal number, @Nullable Question question) {
    String unit = question == null || question.unit() == null ? "" : " " + question.unit();
    return number.toPlainString() + unit;
  }

  /** An answer by its label, in quotes. */
  static String answer(Question question, String id) {
    return quoted(Question.UNKNOWN.equals(id) ? NOT_KNOWN : question.label(id));
  }

  static String quoted(String words) {
    return "“" + words + "”";
  }

  private Phrase found(String field, String word) {
    return switch (field) {
      case "Likelihood.cause", "Verdict.leads", "Verdict.first" -> cause(word);
      case "Likelihood.subtype" -> Phrase.of(rules.subtypeTitle(word));
      case "Likelihood.level", "Triage.level" -> Phrase.strong(word);
      case "Triage.flags" -> Phrase.ref(word, Keys.flag(word));
      default -> Phrase.of(quoted(word));
    };
  }

  /** A cause by its title; or what a verdict can be instead of one. */
  Phrase cause(String id) {
    Cause cause = rules.vocabulary().causes().get(id);
    if (cause != null) {
      return Phrase.ref(cause.title(), Keys.cause(id));
    }
    return Phrase.of(
        switch (id) {
          case Verdict.NO_CLEAR_LEADER -> "no cause clearly leads";
          case Verdict.UNDETERMINED -> "too little is known";
          default -> id;
        });
  }
}
