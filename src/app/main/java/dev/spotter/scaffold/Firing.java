package dev.spotter.scaffold;

import dev.spotter.vocabulary.Question;
import java.util.Map;

/**
 * Two answers that make a new rule fire.
 *
 * @param first a question, and
 * @param yes its answer
 * @param otherwise another answer to it, which silences the rule
 * @param second the other question, and
 * @param also its answer
 */
record Firing(Question first, String yes, String otherwise, Question second, String also) {

  /** As a rule's conditions, two spaces in. */
  String conditions() {
    String a = first.field() + " == \"" + yes + "\"";
    String b = second.field() + " == \"" + also + "\"";
    return first.section().equals(second.section())
        ? "  " + type(first) + "( " + a + ", " + b + " )"
        : "  " + type(first) + "( " + a + " )\n  " + type(second) + "( " + b + " )";
  }

  private static String type(Question question) {
    String key = question.section();
    return Character.toUpperCase(key.charAt(0)) + key.substring(1);
  }

  /** As a case's intake. */
  String intake() {
    String a = first.field() + ": " + yes;
    String b = second.field() + ": " + also;
    return first.section().equals(second.section())
        ? "{ " + first.section() + ": { " + a + ", " + b + " } }"
        : "{ " + first.section() + ": { " + a + " }, " + second.section() + ": { " + b + " } }";
  }

  /** As a near miss. */
  String but() {
    return "{ " + first.id() + ": " + otherwise + " }";
  }

  /** True if a client with these answers, by question id, makes the rule fire. */
  boolean fires(Map<String, String> answers) {
    return yes.equals(answers.get(first.id())) && also.equals(answers.get(second.id()));
  }
}
