package dev.spotter.rules;

import java.util.List;
import java.util.stream.Collectors;

/** Writes rules and their parts back as DRL. What was read by the closed grammar loses nothing. */
public final class RuleWriter {
  private RuleWriter() {}

  /** A whole rule, under a name of the caller's; sources and actions as they are. */
  public static String text(Rule rule, String name) {
    StringBuilder text = new StringBuilder("rule \"" + name + "\"\n");
    text.append("  @source( \"").append(String.join(" ", rule.sources())).append("\" )\nwhen\n");
    rule.patterns().forEach(p -> text.append("  ").append(text(p)).append('\n'));
    text.append("then\n");
    rule.actions().forEach(a -> text.append("  insert( ").append(text(a)).append(" );\n"));
    return text.append("end\n").toString();
  }

  /** One pattern, with the not or exists before it. */
  public static String text(Pattern pattern) {
    String demand =
        switch (pattern.demand()) {
          case MATCH -> "";
          case EXISTS -> "exists ";
          case NOT -> "not ";
        };
    String inside =
        pattern.condition() instanceof Condition.All all
            ? all.parts().stream().map(RuleWriter::bare).collect(Collectors.joining(", "))
            : bare(pattern.condition());
    return demand + pattern.type() + "( " + inside + " )";
  }

  /** A condition between commas, where alternatives need no brackets. */
  private static String bare(Condition condition) {
    return condition instanceof Condition.Any any ? joined(any.parts(), " || ") : text(condition);
  }

  /** One condition; several are put in brackets. */
  public static String text(Condition condition) {
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

  private static String joined(List<Condition> parts, String with) {
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
