package dev.spotter.book;

import dev.spotter.rules.Condition;
import dev.spotter.rules.Condition.Op;
import dev.spotter.rules.Condition.Test;
import dev.spotter.rules.Pattern;
import dev.spotter.rules.Pattern.Demand;
import dev.spotter.rules.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in plain words when a rule fires. */
final class ConditionWords {
  /** Facts of which a client has several, so that what is demanded of one stays together. */
  private static final Set<String> SEVERAL = Set.of("Likelihood", "LoggedSession", "LoggedSet");

  private static final Phrase AND = Phrase.strong("and");

  private final Subjects subjects;
  private final Values values;

  ConditionWords(Subjects subjects, Values values) {
    this.subjects = subjects;
    this.values = values;
  }

  /** All that must hold, in the order of the rule. */
  List<Phrase> demands(Rule rule) {
    List<Phrase> demands = new ArrayList<>();
    for (Pattern pattern : rule.patterns()) {
      if (pattern.demand() == Demand.NOT) {
        demands.add(none(pattern));
      } else if (SEVERAL.contains(pattern.type())) {
        demands.add(one(pattern));
      } else {
        Merging.of(pattern.condition().conjuncts(), false)
            .forEach(c -> demands.add(say(pattern, c)));
      }
    }
    return demands.isEmpty()
        ? List.of(Phrase.of("as its DRL says: nothing of it can be told in words"))
        : List.copyOf(demands);
  }

  /** The same on one line. */
  Phrase line(Rule rule) {
    Phrase line = Phrase.EMPTY;
    for (Phrase demand : demands(rule)) {
      line = line.isEmpty() ? demand : line.and("; ").and(AND).and(" ").and(demand);
    }
    return line;
  }

  private Phrase say(Pattern pattern, Condition condition) {
    return new Clause(pattern.type(), given(pattern), subjects, values).say(condition);
  }

  /** The fields of a pattern that must have a value, whatever else is said of them. */
  private static Set<String> given(Pattern pattern) {
    return pattern.condition().conjuncts().stream()
        .filter(c -> c instanceof Test t && t.againstNull() && t.op() == Op.NE)
        .map(c -> ((Test) c).field())
        .collect(Collectors.toSet());
  }

  private Phrase none(Pattern pattern) {
    return SEVERAL.contains(pattern.type())
        ? Phrase.of("there is no " + called(pattern.type()) + " with ")
            .and(say(pattern, pattern.condition()))
        : Phrase.of("it is not so that (").and(say(pattern, pattern.condition())).and(")");
  }

  private Phrase one(Pattern pattern) {
    List<Condition> parts = new ArrayList<>(pattern.condition().conjuncts());
    Test cause = cause(parts);
    Phrase about =
        cause == null
            ? Phrase.of("a " + called(pattern.type()) + " with ")
            : Phrase.of("for ").and(values.of(pattern.type(), "cause", cause.operands().get(0)));
    if (cause != null) {
      parts.remove(cause);
      about = about.and(parts.isEmpty() ? ", whatever its likelihood" : ", ");
    }
    return parts.isEmpty() ? about : about.and(say(pattern, new Condition.All(parts)));
  }

  /** The comparison that names one cause, of which all the others then speak. */
  private static @Nullable Test cause(List<Condition> parts) {
    return parts.stream()
        .filter(Test.class::isInstance)
        .map(Test.class::cast)
        .filter(t -> t.field().equals("cause") && t.op() == Op.EQ)
        .findFirst()
        .orElse(null);
  }

  private static String called(String type) {
    return switch (type) {
      case "LoggedSet" -> "set in the log";
      case "LoggedSession" -> "session in the log";
      default -> "cause";
    };
  }
}
