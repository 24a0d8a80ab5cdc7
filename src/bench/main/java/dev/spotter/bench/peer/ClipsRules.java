package dev.spotter.bench.peer;

import dev.spotter.rules.Condition;
import dev.spotter.rules.Condition.Operand;
import dev.spotter.rules.Condition.Test;
import dev.spotter.rules.Pattern;
import dev.spotter.rules.Recording;
import dev.spotter.rules.Rule;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Section;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes rules and clients for CLIPS: a template a section, {@code nil} for what is open. */
final class ClipsRules {
  private final Common common;

  ClipsRules(Common common) {
    this.common = common;
  }

  String rules() {
    StringBuilder text = new StringBuilder();
    for (Section section : common.sections()) {
      text.append("(deftemplate ").append(section.type());
      for (Question question : section.questions()) {
        text.append(many(question) ? " (multislot " : " (slot ").append(question.field() + ")");
      }
      text.append(")\n");
    }
    for (Rule rule : common.rules().rules()) {
      text.append("(defrule r" + rule.order());
      int number = 0;
      for (Pattern pattern : rule.patterns()) {
        text.append("\n  ").append(pattern(pattern, "?p" + number++ + "-"));
      }
      text.append("\n  =>\n  (assert (fired " + rule.order() + ")))\n");
    }
    return text.toString();
  }

  static String client(int number, Recording client) {
    StringBuilder text = new StringBuilder("(deffunction client-" + number + " ()");
    for (Recording.Told told : client.sections()) {
      text.append("\n  (assert (").append(told.section().type());
      for (int i = 0; i < told.values().length; i++) {
        text.append(" (" + told.section().questions().get(i).field());
        text.append(values(told.values()[i]) + ")");
      }
      text.append("))");
    }
    return text.append(")\n").toString();
  }

  private static String values(@Nullable Object value) {
    return value instanceof Set<?> set
        ? set.stream().map(v -> " " + literal(v)).collect(Collectors.joining())
        : " " + literal(value);
  }

  private static String literal(@Nullable Object value) {
    return value == null
        ? "nil"
        : value instanceof String ? '"' + value.toString() + '"' : value.toString();
  }

  private static boolean many(Question question) {
    return question.kind() == Question.Kind.MANY;
  }

  /** Each slot with its own demands; what several share stands at the last of them. */
  private String pattern(Pattern pattern, String prefix) {
    Map<String, List<Condition>> demands = new LinkedHashMap<>();
    Condition whole = pattern.condition();
    List<Condition> parts = whole instanceof Condition.All all ? all.parts() : List.of(whole);
    pattern.tests().forEach(t -> demands.put(t.field(), new ArrayList<>()));
    List<String> order = List.copyOf(demands.keySet());
    for (Condition part : parts) {
      int last = part.tests().mapToInt(t -> order.indexOf(t.field())).max().orElse(-1);
      if (last >= 0) {
        demands.get(order.get(last)).add(part);
      }
    }
    StringBuilder text = new StringBuilder("(" + pattern.type());
    demands.forEach(
        (field, list) ->
            text.append(" (" + field + " " + slot(pattern, field, list, prefix) + ")"));
    return text.append(")").toString();
  }

  private String slot(Pattern pattern, String field, List<Condition> demands, String prefix) {
    Question question =
        Objects.requireNonNull(common.rules().vocabulary().question(pattern.type(), field));
    long uses = pattern.tests().filter(t -> t.field().equals(field)).count();
    if (uses == 1 && demands.size() == 1 && demands.get(0) instanceof Test test) {
      String plain = plain(test, question);
      if (plain != null) {
        return plain;
      }
    }
    String variable = (many(question) ? "$" : "") + prefix + field;
    return variable
        + demands.stream()
            .map(d -> "&:" + expression(d, pattern.type(), prefix))
            .collect(Collectors.joining());
  }

  /** How one would write a demand on a slot that needs no variable, or null. */
  private static @Nullable String plain(Test test, Question question) {
    if (test.againstNull() || question.kind().number()) {
      return null;
    }
    List<String> literals = test.operands().stream().map(o -> literal(o.value())).toList();
    return switch (test.op()) {
      case EQ, IN -> String.join("|", literals);
      case NE, NOT_IN -> "~" + String.join("&~", literals);
      case CONTAINS -> "$? " + literals.get(0) + " $?";
      default -> null;
    };
  }

  private String expression(Condition condition, String type, String prefix) {
    if (condition instanceof Condition.All all) {
      return joined("(and TRUE ", all.parts(), type, prefix);
    }
    if (condition instanceof Condition.Any any) {
      return joined("(or FALSE ", any.parts(), type, prefix);
    }
    Test test = (Test) condition;
    Question question =
        Objects.requireNonNull(common.rules().vocabulary().question(type, test.field()));
    String variable = prefix + test.field();
    String same =
        test.operands().stream()
            .map(o -> same(variable, o, question))
            .collect(Collectors.joining(" ", "(or FALSE ", ")"));
    Operand first = test.operands().get(0);
    String member = "(neq FALSE (member$ " + literal(first.value()) + " " + variable + "))";
    return switch (test.op()) {
      case EQ, IN -> same;
      case NE, NOT_IN -> "(not " + same + ")";
      case CONTAINS -> member;
      case NOT_CONTAINS -> "(not " + member + ")";
      case LT, LE, GT, GE ->
          "(and (numberp "
              + variable
              + ") ("
              + test.op().sign()
              + " "
              + variable
              + " "
              + first
              + "))";
    };
  }

  private String joined(String begin, List<Condition> parts, String type, String prefix) {
    return parts.stream()
        .map(p -> expression(p, type, prefix))
        .collect(Collectors.joining(" ", begin, ")"));
  }

  private static String same(String variable, Operand operand, Question question) {
    if (operand.number()) {
      return "(and (numberp " + variable + ") (= " + variable + " " + operand + "))";
    }
    return many(question)
        ? "(neq FALSE (member$ " + literal(operand.value()) + " " + variable + "))"
        : "(eq " + variable + " " + literal(operand.value()) + ")";
  }
}
