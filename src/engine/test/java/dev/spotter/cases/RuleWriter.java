package dev.spotter.cases;

import dev.spotter.rules.Action;
import dev.spotter.rules.Condition;
import dev.spotter.rules.Pattern;
import dev.spotter.rules.Rule;
import java.util.stream.Collectors;

/** Writes a rule back as DRL. */
final class RuleWriter {
  private RuleWriter() {}

  static String text(Rule rule, String name) {
    StringBuilder text = new StringBuilder("rule \"" + name + "\"\n");
    text.append("  @source( \"").append(String.join(" ", rule.sources())).append("\" )\nwhen\n");
    for (Pattern pattern : rule.patterns()) {
      String demand =
          switch (pattern.demand()) {
            case MATCH -> "";
            case EXISTS -> "exists ";
            case NOT -> "not ";
          };
      String inside =
          pattern.condition() instanceof Condition.All all
              ? all.parts().stream().map(RuleWriter::text).collect(Collectors.joining(", "))
              : text(pattern.condition());
      text.append("  " + demand + pattern.type() + "( " + inside + " )\n");
    }
    text.append("then\n");
    rule.actions().forEach(a -> text.append("  insert( ").append(text(a)).append(" );\n"));
    return text.append("end\n").toString();
  }

  static String text(Condition condition) {
    if (condition instanceof Condition.All all) {
      return all.parts().isEmpty() ? "" : "( " + joined(all.parts(), " && ") + " )";
    }
    if (condition instanceof Condition.Any any) {
      return "( " + joined(any.parts(), " || ") + " )";
    }
    return condition instanceof Condition.Bind bind
        ? bind.name() + " : " + bind.field()
        : condition.toString();
  }

  private static String joined(java.util.List<Condition> parts, String with) {
    return parts.stream().map(RuleWriter::text).collect(Collectors.joining(with));
  }

  private static String text(Action action) {
    StringBuilder text = new StringBuilder(action.type());
    for (Action.Call call : action.calls()) {
      text.append('.').append(call.name()).append('(');
      if (call.argument() != null) {
        text.append('"').append(call.argument()).append('"');
      }
      text.append(')');
    }
    return text.toString();
  }
}
