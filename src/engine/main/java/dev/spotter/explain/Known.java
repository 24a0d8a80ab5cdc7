package dev.spotter.explain;

import dev.spotter.assess.Examined;
import dev.spotter.assess.FactView;
import dev.spotter.intake.Answer;
import dev.spotter.rules.Condition.Test;
import dev.spotter.rules.Pattern;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Cause;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Section;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What one client's rules could read, looked up and put into words. */
final class Known {
  private final RuleSet rules;
  private final Examined client;
  private final Map<String, Section> sections = new HashMap<>();

  Known(RuleSet rules, Examined client) {
    this.rules = rules;
    this.client = client;
    rules.vocabulary().sections().forEach(s -> sections.put(s.type(), s));
  }

  /** What patterns read, each once, in their order. */
  List<Answered> read(Collection<Pattern> patterns) {
    Map<String, Answered> read = new LinkedHashMap<>();
    for (Pattern pattern : patterns) {
      Test cause = pattern.cause();
      pattern
          .tests()
          .filter(t -> !t.equals(cause))
          .map(t -> answered(pattern, cause, t))
          .forEach(a -> read.putIfAbsent(a.id(), a));
    }
    return List.copyOf(read.values());
  }

  private Answered answered(Pattern pattern, @Nullable Test cause, Test test) {
    String type = pattern.type();
    String field = test.field();
    Section section = sections.get(type);
    if (section != null) {
      Question question = rules.vocabulary().question(section.key() + "." + field);
      return question == null ? new Answered(field, field, null, "") : answer(question, type);
    }
    return switch (type) {
      case "History" -> measure(field);
      case "Likelihood" -> cause == null ? causes() : likelihood(cause, field);
      case "Triage", "Verdict", "Completeness" -> engine(type, field);
      default -> new Answered("history.sets", "The sets of the training log", null, "as logged");
    };
  }

  /** A question's answer. */
  private Answered answer(Question question, String type) {
    Object value = value(type, question.field());
    return new Answered(question.id(), question.ask(), value, said(question, value));
  }

  private String said(Question question, @Nullable Object value) {
    if (value == null) {
      Answer answer = client.intake().answers().get(question.id());
      return answer == null ? "not asked" : "asked, and not known";
    }
    return worded(question, value);
  }

  /** An answer in the words of its question. */
  static String worded(Question question, Object value) {
    if (Question.UNKNOWN.equals(value)) {
      return "asked, and not known";
    }
    if (value instanceof Set<?> set) {
      return set.isEmpty()
          ? question.label(Question.NONE)
          : set.stream()
              .map(c -> question.label(String.valueOf(c)))
              .sorted()
              .collect(Collectors.joining(", "));
    }
    if (value instanceof Number number) {
      return plain(number) + (question.unit() == null ? "" : " " + question.unit());
    }
    return question.label(String.valueOf(value));
  }

  static String plain(Number number) {
    return number.doubleValue() == Math.rint(number.doubleValue())
        ? String.valueOf(number.longValue())
        : String.valueOf(number);
  }

  private Answered measure(String field) {
    Object value = value("History", field);
    String said =
        value == null
            ? "the log cannot tell"
            : value instanceof Number number ? plain(number) : value.toString();
    return new Answered("history." + field, "Training log, " + field, value, said);
  }

  private Answered likelihood(Test cause, String field) {
    String id = String.valueOf(cause.operands().get(0).value());
    Object value = null;
    for (FactView fact : client.facts()) {
      if (fact.type().equals("Likelihood") && id.equals(fact.values().get("cause"))) {
        value = fact.values().get(field);
      }
    }
    String what =
        switch (field) {
          case "level" -> "how likely";
          case "rank" -> "place in the list";
          case "subtype" -> "kind";
          default -> field;
        };
    String said =
        value == null
            ? "none stands out"
            : field.equals("subtype") ? rules.subtypeTitle(value.toString()) : value.toString();
    return new Answered("likelihood." + id + "." + field, title(id) + ", " + what, value, said);
  }

  /** All causes, for a condition that any of them may meet. */
  private Answered causes() {
    String said =
        client.facts().stream()
            .filter(f -> f.type().equals("Likelihood"))
            .map(Known::standing)
            .collect(Collectors.joining("; "));
    return new Answered("likelihood", "The causes", said, said);
  }

  private static String standing(FactView likelihood) {
    Object subtype = likelihood.values().get("subtype");
    return likelihood.values().get("cause")
        + " "
        + likelihood.values().get("level")
        + (subtype == null ? "" : " (" + subtype + ")");
  }

  private Answered engine(String type, String field) {
    Object value = value(type, field);
    String ask =
        switch (type + "." + field) {
          case "Triage.level" -> "How urgent";
          case "Triage.flags" -> "Red flags raised";
          case "Verdict.leads" -> "The cause that leads";
          case "Verdict.first" -> "The first cause in the list";
          case "Completeness.open" -> "Needed safety items still open";
          default -> "How many needed safety items are still open";
        };
    String said =
        value instanceof Set<?> set
            ? listed(set)
            : type.equals("Verdict") ? title(String.valueOf(value)) : String.valueOf(value);
    if (field.equals("openCore") && value("Completeness", "open") instanceof Set<?> open) {
      said += ": " + listed(open);
    }
    return new Answered(type.toLowerCase(Locale.ROOT) + "." + field, ask, value, said);
  }

  private static String listed(Set<?> set) {
    return set.isEmpty()
        ? "none"
        : set.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
  }

  /** What a cause is called; the word itself where it is none. */
  String title(String cause) {
    Cause found = rules.vocabulary().causes().get(cause);
    return found == null ? cause : found.title();
  }

  private @Nullable Object value(String type, String field) {
    Object value = null;
    for (FactView fact : client.facts()) {
      if (fact.type().equals(type)) {
        value = fact.values().get(field);
      }
    }
    return value instanceof Set<?> set ? new TreeSet<Object>(set) : value;
  }
}
