package dev.spotter.rules;

import dev.spotter.rules.Condition.Operand;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Section;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Writes a rule set as the Java that a careful programmer would write by hand: one method a rule,
 * plain comparisons, constants for what it concludes. Made from what the loader checked, so that it
 * cannot drift from the rules.
 */
final class JavaSource {
  static final String NAME = "HandWrittenRules";

  private final RuleSet rules;
  private final Map<String, String> fields = new HashMap<>();

  JavaSource(RuleSet rules) {
    this.rules = rules;
    int section = 0;
    for (Section s : rules.vocabulary().sections()) {
      int field = 0;
      for (Question question : s.questions()) {
        fields.put(s.type() + "." + question.field(), "s" + section + "[" + field++ + "]");
      }
      section++;
    }
  }

  String write() {
    StringBuilder out =
        new StringBuilder("package dev.spotter.rules;\n\nimport java.util.List;\n\n");
    out.append("public final class ").append(NAME).append(" extends HandWritten.Memory {\n");
    for (int i = 0; i < rules.vocabulary().sections().size(); i++) {
      out.append("  private Object[] s" + i + ";\n");
    }
    out.append("\n  @Override void section(int index, Object[] values) {\n    switch (index) {\n");
    for (int i = 0; i < rules.vocabulary().sections().size(); i++) {
      out.append("      case " + i + " -> s" + i + " = values;\n");
    }
    out.append("      default -> throw new IllegalArgumentException();\n    }\n  }\n");
    layer(out, "findings", Rule.Layer.FINDING);
    layer(out, "advice", Rule.Layer.ADVICE);
    rules.rules().forEach(r -> rule(out, r));
    return out.append("}\n").toString();
  }

  private void layer(StringBuilder out, String name, Rule.Layer layer) {
    out.append("\n  @Override void " + name + "() {\n");
    for (Rule rule : rules.rules()) {
      if (rule.layer() == layer) {
        out.append("    rule" + rule.order() + "();\n");
      }
    }
    out.append("  }\n");
  }

  private void rule(StringBuilder out, Rule rule) {
    out.append("\n  // " + rule.name() + "\n  private void rule" + rule.order() + "() {\n");
    int likelihoods = 0;
    int depth = 2;
    for (Pattern pattern : rule.patterns()) {
      if (pattern.demand() != Pattern.Demand.MATCH) {
        throw new IllegalArgumentException(rule.name() + ": only plain patterns can be written");
      }
      if (pattern.type().equals("Likelihood")) {
        String variable = "l" + likelihoods++;
        out.append(" ".repeat(depth * 2) + "for (var " + variable + " : likelihoods) {\n");
        depth++;
        out.append(" ".repeat(depth * 2) + "if (" + condition(pattern, variable) + ") {\n");
      } else {
        out.append(" ".repeat(depth * 2) + "if (" + condition(pattern, "") + ") {\n");
      }
      depth++;
    }
    for (int i = 0; i < rule.actions().size(); i++) {
      out.append(" ".repeat(depth * 2) + "add(" + rule.order() + ", " + i + ");\n");
    }
    while (depth > 2) {
      out.append(" ".repeat(--depth * 2) + "}\n");
    }
    out.append("  }\n");
  }

  private String condition(Pattern pattern, String variable) {
    return condition(pattern.condition(), pattern.type(), variable);
  }

  private String condition(Condition condition, String type, String variable) {
    if (condition instanceof Condition.All all) {
      return all.parts().isEmpty() ? "true" : joined(all.parts(), " && ", type, variable);
    }
    if (condition instanceof Condition.Any any) {
      return "(" + joined(any.parts(), " || ", type, variable) + ")";
    }
    if (condition instanceof Condition.Test test) {
      return test(test, field(type, test.field(), variable));
    }
    throw new IllegalArgumentException("bound variables are not written: " + condition);
  }

  private String joined(List<Condition> parts, String with, String type, String variable) {
    return parts.stream().map(p -> condition(p, type, variable)).collect(Collectors.joining(with));
  }

  private String field(String type, String field, String variable) {
    return switch (type) {
      case "History" -> "history." + field + "()";
      case "Completeness" -> "completeness." + field + "()";
      case "Triage" -> "triage." + field + "()";
      case "Verdict" -> "verdict." + field + "()";
      case "Likelihood" -> variable + "." + field + "()";
      default -> Objects.requireNonNull(fields.get(type + "." + field), type + "." + field);
    };
  }

  private static String test(Condition.Test test, String value) {
    List<String> same = new ArrayList<>();
    for (Operand operand : test.operands()) {
      if (operand.variable() != null) {
        throw new IllegalArgumentException("bound variables are not written: " + test);
      }
      same.add(same(value, operand));
    }
    String first = String.valueOf(test.operands().get(0).value());
    return switch (test.op()) {
      case EQ, IN -> "(" + String.join(" || ", same) + ")";
      case NE, NOT_IN -> "!(" + String.join(" || ", same) + ")";
      case CONTAINS -> "has(" + value + ", \"" + first + "\")";
      case NOT_CONTAINS -> "!has(" + value + ", \"" + first + "\")";
      case LT -> "less(" + value + ", " + first + ")";
      case LE -> "atMost(" + value + ", " + first + ")";
      case GT -> "more(" + value + ", " + first + ")";
      case GE -> "atLeast(" + value + ", " + first + ")";
    };
  }

  private static String same(String value, Operand operand) {
    return operand.number()
        ? "equal(" + value + ", " + operand.value() + ")"
        : operand.value() == null
            ? value + " == null"
            : "\"" + operand.value() + "\".equals(" + value + ")";
  }
}
