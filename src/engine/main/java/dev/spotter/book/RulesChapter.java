package dev.spotter.book;

import dev.spotter.cases.Case;
import dev.spotter.rules.Rule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every rule once, whole. */
final class RulesChapter {
  private final Knowledge knowledge;
  private final Manuscript out;

  RulesChapter(Knowledge knowledge, Manuscript out) {
    this.knowledge = knowledge;
    this.out = out;
  }

  void write() {
    out.chapter("All rules");
    out.say("Every rule as it stands in its file, in words and as it is written, with its cases.");
    String file = "";
    for (Rule rule : knowledge.rules().rules()) {
      if (!rule.file().equals(file)) {
        file = rule.file();
        out.title(3, file, "file " + file);
      }
      rule(rule);
    }
  }

  private void rule(Rule rule) {
    out.title(4, rule.name(), Keys.rule(rule.name()));
    out.say(
        Phrase.code(rule.file() + ":" + rule.line())
            .and(rule.layer() == Rule.Layer.FINDING ? ", finding" : ", advice")
            .and("; sources: ")
            .and(knowledge.sources(rule)));
    String comment = knowledge.source().comment(rule);
    if (!comment.isEmpty()) {
      out.say("Its author’s comment: " + comment);
    }
    out.say(Phrase.strong("When"));
    out.items(knowledge.conditions().demands(rule));
    out.drl(knowledge.source().when(rule));
    out.say(Phrase.strong("Then"));
    out.items(
        rule.actions().isEmpty()
            ? List.of(Phrase.of("what its DRL says"))
            : rule.actions().stream().map(a -> knowledge.actions().say(rule, a)).toList());
    cases(rule);
  }

  private void cases(Rule rule) {
    List<Case> firing = knowledge.examples().firing(rule.name());
    List<Examples.Near> silenced = knowledge.examples().silenced(rule.name());
    if (firing.isEmpty() && silenced.isEmpty()) {
      out.say("No case speaks of it.");
    }
    list("Cases in which it fires", firing.stream().map(RulesChapter::called).toList());
    list(
        "Near misses in which one changed answer silences it",
        silenced.stream()
            .map(n -> called(n.example()).and(": ").and(Phrase.code(changed(n.changes()))))
            .toList());
  }

  private void list(String about, List<Phrase> cases) {
    if (!cases.isEmpty()) {
      out.say(Phrase.strong(about));
      out.items(cases);
    }
  }

  private static Phrase called(Case example) {
    return Phrase.of(Values.quoted(example.name()) + " (")
        .and(Phrase.code(example.file() + ":" + example.line()))
        .and(")");
  }

  private static String changed(Map<String, @Nullable Object> changes) {
    return changes.entrySet().stream()
        .map(e -> e.getKey() + ": " + (e.getValue() == null ? "not asked" : e.getValue()))
        .collect(Collectors.joining(", "));
  }
}
