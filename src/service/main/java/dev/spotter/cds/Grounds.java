package dev.spotter.cds;

import dev.spotter.assess.Item;
import dev.spotter.rules.Citation;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Question;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what stands behind a statement: the rule, the answers that it read, its sources. */
final class Grounds {
  private final RuleSet rules;
  private final Set<String> cited = new TreeSet<>();

  Grounds(RuleSet rules) {
    this.rules = rules;
  }

  /** Reasons below an item of this depth. */
  void write(List<Item> items, int depth, Markdown out) {
    for (Item item : items) {
      out.item(depth, item.because());
      rule(item.rule(), item.sources(), depth + 1, out);
      item.facts().forEach((id, value) -> out.item(depth + 1, fact(id, value)));
    }
  }

  /** A rule and its sources; a statement without a rule is the engine's. */
  void rule(@Nullable String rule, List<String> sources, int depth, Markdown out) {
    cited.addAll(sources);
    out.item(
        depth,
        rule == null
            ? "Rule: none, the engine says so"
            : "Rule: " + rule + (sources.isEmpty() ? "" : " [" + String.join(", ", sources) + "]"));
  }

  /** What the keys that were written stand for, and how far each was checked. */
  void sources(Markdown out) {
    List<Citation> shown =
        cited.stream().filter(rules.citations()::containsKey).map(rules.citations()::get).toList();
    if (!shown.isEmpty()) {
      out.heading("Sources");
    }
    for (Citation c : shown) {
      out.source(c.key() + ": " + c.citation() + " (" + c.status() + ")", c.address());
    }
  }

  private String fact(String id, @Nullable Object value) {
    Question question = rules.vocabulary().question(id);
    String what = question == null ? "Worked out: " + id : "Answer: " + question.ask();
    return what + " " + said(question, value);
  }

  private static String said(@Nullable Question question, @Nullable Object value) {
    if (value == null) {
      return question == null ? "not known" : "not answered";
    }
    if (value instanceof Set<?> ticked) {
      return ticked.isEmpty()
          ? Question.NONE
          : ticked.stream()
              .map(t -> label(question, String.valueOf(t)))
              .sorted()
              .collect(Collectors.joining(", "));
    }
    String unit = question == null || question.unit() == null ? "" : " " + question.unit();
    return value instanceof Number ? value + unit : label(question, value.toString());
  }

  private static String label(@Nullable Question question, String word) {
    return question == null || question.choices().isEmpty() ? word : question.label(word);
  }
}
