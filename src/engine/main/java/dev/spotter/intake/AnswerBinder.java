package dev.spotter.intake;

import dev.spotter.history.TrainingHistory;
import dev.spotter.intake.Node.Entry;
import dev.spotter.intake.Node.Kind;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Suggestion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the answer to one question: the question decides what a text is. */
final class AnswerBinder {
  private final Question question;
  private final Problems problems;

  AnswerBinder(Question question, Problems problems) {
    this.question = question;
    this.problems = problems;
  }

  /**
   * The answer; null if the question was not asked, or if what stands there is told as a problem.
   */
  @Nullable Answer bind(Node node) {
    if (node instanceof Node.Scalar scalar && scalar.absent()) {
      return null;
    }
    if (node instanceof Node.Mapping form) {
      return form(form);
    }
    Object value = value(node, null);
    return value == null ? null : new Answer(value, null);
  }

  /** {@code {"value": 4, "by": "trainer"}}, for a weight also {@code "unit": "lb"}. */
  private @Nullable Answer form(Node.Mapping form) {
    Node value = null;
    Node by = null;
    Node unit = null;
    for (Entry entry : form.entries()) {
      switch (entry.key()) {
        case "value" -> value = entry.value();
        case "by" -> by = entry.value();
        case "unit" -> unit = entry.value();
        default ->
            problems.error(
                Fault.UNKNOWN_FIELD,
                path(),
                entry.place(),
                "an answer has a value, and by whom it was given, not '" + entry.key() + "'",
                Suggestion.among(entry.key(), List.of("value", "by", "unit")));
      }
    }
    if (value == null || (value instanceof Node.Scalar absent && absent.absent())) {
      return null;
    }
    Object read = value(value, unit);
    return read == null ? null : new Answer(read, by == null ? null : by(by));
  }

  private @Nullable String by(Node by) {
    if (by instanceof Node.Scalar scalar && !scalar.text().isBlank()) {
      return scalar.text();
    }
    problems.error(
        Fault.WRONG_TYPE, path(), by, "'by' names who answered", "write \"by\": \"trainer\"");
    return null;
  }

  private @Nullable Object value(Node node, @Nullable Node unit) {
    if (node instanceof Node.Scalar scalar && scalar.text().equals(Question.UNKNOWN)) {
      return Question.UNKNOWN;
    }
    if (question.kind() == Question.Kind.MANY) {
      return many(node);
    }
    if (!(node instanceof Node.Scalar scalar)) {
      problems.error(
          Fault.WRONG_TYPE,
          path(),
          node,
          "one answer is expected, this is " + node.described(),
          allowed());
      return null;
    }
    if (question.kind().number()) {
      return number(scalar, unit);
    }
    String choice = yesNo(scalar);
    if (question.offers(choice)) {
      return choice;
    }
    notOffered(scalar);
    return null;
  }

  /** True and false say yes and no to a question that offers both. */
  private String yesNo(Node.Scalar scalar) {
    boolean mayBe = scalar.kind() == Kind.BOOLEAN || scalar.kind() == Kind.PLAIN;
    if (mayBe && question.offers("yes") && question.offers("no")) {
      return scalar.text().equals("true")
          ? "yes"
          : scalar.text().equals("false") ? "no" : scalar.text();
    }
    return scalar.text();
  }

  private void notOffered(Node.Scalar scalar) {
    problems.error(
        Fault.NOT_OFFERED,
        path(),
        scalar,
        "this is not one of the answers",
        Suggestion.among(scalar.text(), offered()));
  }

  private boolean offers(String text) {
    return question.offers(text) || text.equals(Question.NONE) || text.equals(Question.UNKNOWN);
  }

  private List<String> offered() {
    List<String> offered =
        new ArrayList<>(question.choices().stream().map(Question.Choice::id).toList());
    if (question.kind() == Question.Kind.MANY) {
      offered.add(Question.NONE);
    }
    offered.add(Question.UNKNOWN);
    return offered;
  }

  private @Nullable Object many(Node node) {
    List<Node> items = node instanceof Node.Sequence list ? list.items() : List.of(node);
    Set<String> ticked = new LinkedHashSet<>();
    boolean fine = true;
    for (Node item : items) {
      if (item instanceof Node.Scalar scalar && offers(scalar.text())) {
        if (!ticked.add(scalar.text())) {
          problems.warning(Fault.DUPLICATE, path(), item, "ticked twice");
        }
      } else if (item instanceof Node.Scalar scalar) {
        notOffered(scalar);
        fine = false;
      } else {
        problems.error(Fault.WRONG_TYPE, path(), item, "a list of answers is expected", allowed());
        fine = false;
      }
    }
    return fine ? ticked(node, ticked) : null;
  }

  private @Nullable Object ticked(Node node, Set<String> ticked) {
    boolean alone = ticked.contains(Question.NONE) || ticked.contains(Question.UNKNOWN);
    if (alone && ticked.size() > 1) {
      problems.error(
          Fault.CONTRADICTION,
          path(),
          node,
          "'none' and 'unknown' stand alone, not beside another answer",
          "drop one or the other");
      return null;
    }
    if (ticked.isEmpty()) {
      problems.error(
          Fault.WRONG_TYPE,
          path(),
          node,
          "an empty list says nothing",
          "write [ \"none\" ] for none of them, or leave the field out if nobody asked");
      return null;
    }
    if (ticked.contains(Question.UNKNOWN)) {
      return Question.UNKNOWN;
    }
    return ticked.contains(Question.NONE) ? Set.of() : ticked;
  }

  private @Nullable Object number(Node.Scalar scalar, @Nullable Node unit) {
    String text = scalar.text().strip();
    String pounds = unit instanceof Node.Scalar u ? u.text() : "kg";
    boolean weight = "kg".equals(question.unit());
    if (weight && unit == null) {
      String lower = text.toLowerCase(Locale.ROOT);
      for (String ending : List.of("lbs", "lb", "kg")) {
        if (lower.endsWith(ending)) {
          pounds = ending;
          text = text.substring(0, text.length() - ending.length()).strip();
          break;
        }
      }
    }
    BigDecimal number = scalar.kind() == Kind.BOOLEAN ? null : Numbers.of(text);
    if (number == null
        || (unit != null && !weight)
        || !List.of("kg", "lb", "lbs").contains(pounds)) {
      problems.error(
          Fault.NOT_A_NUMBER,
          path(),
          scalar,
          "a number is expected" + allowed(),
          weight ? "write 100, 100.5 or \"225 lb\"" : "write it in digits");
      return null;
    }
    return inRange(
        scalar,
        pounds.startsWith("lb")
            ? number.multiply(BigDecimal.valueOf(TrainingHistory.KG_PER_LB))
            : number);
  }

  private @Nullable Object inRange(Node.Scalar scalar, BigDecimal number) {
    Question.Range range = question.range();
    if (range != null && (number.compareTo(range.min()) < 0 || number.compareTo(range.max()) > 0)) {
      problems.error(Fault.OUT_OF_RANGE, path(), scalar, "outside the range" + allowed(), null);
      return null;
    }
    if (question.kind() == Question.Kind.DECIMAL) {
      return number.doubleValue();
    }
    if (number.stripTrailingZeros().scale() > 0) {
      problems.error(
          Fault.NOT_A_NUMBER, path(), scalar, "a whole number is expected" + allowed(), null);
      return null;
    }
    return number.intValueExact();
  }

  /** What is allowed, in brackets. */
  private String allowed() {
    Question.Range range = question.range();
    if (range != null) {
      String unit = question.unit() == null ? "" : " " + question.unit();
      return " (" + range.min().toPlainString() + " to " + range.max().toPlainString() + unit + ")";
    }
    return " (" + String.join(", ", offered()) + ")";
  }

  private String path() {
    return question.id();
  }
}
