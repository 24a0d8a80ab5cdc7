package dev.spotter.book;

import dev.spotter.rules.Rule;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Section;
import dev.spotter.vocabulary.Vocabulary;
import dev.spotter.vocabulary.When;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What can be asked. */
final class QuestionsChapter {
  private final Vocabulary vocabulary;
  private final Manuscript out;
  private final Map<String, Integer> readers = new HashMap<>();

  QuestionsChapter(Knowledge knowledge, Manuscript out) {
    this.vocabulary = knowledge.rules().vocabulary();
    this.out = out;
    for (Rule rule : knowledge.rules().rules()) {
      rule.reads().forEach(field -> readers.merge(field, 1, Integer::sum));
    }
  }

  void write() {
    out.chapter("Questions");
    out.say(
        "“Not known” can be answered to every question, and “none” where several answers can be"
            + " ticked. Safe answers exclude worry; needed questions must be settled before self-care"
            + " is said. Rounds of asking are safety, core, detail, optional, in this order.");
    vocabulary.sections().forEach(this::section);
  }

  private void section(Section section) {
    out.title(3, section.title(), "section " + section.key());
    section.questions().forEach(q -> question(section, q));
  }

  private void question(Section section, Question question) {
    out.title(4, question.id(), Keys.question(question.id()));
    out.say(Phrase.strong(question.ask()));
    List<Phrase> items = new ArrayList<>();
    if (question.help() != null) {
      items.add(Phrase.of("Hint: " + question.help()));
    }
    items.add(answers(question));
    if (!question.safe().isEmpty()) {
      items.add(Phrase.of("Safe answers: ").and(labels(question, question.safe())));
    }
    if (question.when() != null) {
      items.add(Phrase.of("Asked ").and(when(question.when())));
    }
    if (question.needed() != null) {
      items.add(
          Phrase.of("Needed before self-care is said, as ").and(Phrase.code(question.needed())));
    }
    if (question.from() != null) {
      items.add(
          Phrase.of("Answered from the training log where nobody did: ")
              .and(Phrase.code(question.from())));
    }
    String who =
        question.who().isEmpty()
            ? ""
            : "; may be answered by " + String.join(", ", new TreeSet<>(question.who()));
    items.add(Phrase.of("Round of asking: " + question.tier() + who));
    int read = readers.getOrDefault(section.type() + "." + question.field(), 0);
    items.add(
        Phrase.of(
            read == 0 ? "No rule reads it" : "Read by " + read + (read == 1 ? " rule" : " rules")));
    out.items(items);
  }

  private static Phrase answers(Question question) {
    Question.Range range = question.range();
    if (range != null) {
      String step =
          question.step() == null ? "" : ", in steps of " + question.step().toPlainString();
      return Phrase.of(
          (question.kind() == Question.Kind.WHOLE ? "A whole number from " : "A number from ")
              + range.min().toPlainString()
              + " to "
              + Values.number(range.max(), question)
              + step);
    }
    List<Phrase> offered =
        question.choices().stream()
            .map(
                c ->
                    c.id().equals(c.label())
                        ? Phrase.of(Values.quoted(c.label()))
                        : Phrase.of(Values.quoted(c.label()) + " (")
                            .and(Phrase.code(c.id()))
                            .and(")"))
            .toList();
    return Phrase.of(question.kind() == Question.Kind.MANY ? "Tick all: " : "One of: ")
        .and(Phrase.joined(offered, "; "));
  }

  private static Phrase labels(Question question, Iterable<String> ids) {
    List<Phrase> labels = new ArrayList<>();
    ids.forEach(id -> labels.add(Phrase.of(Values.answer(question, id))));
    return Phrase.joined(labels, ", ");
  }

  private Phrase when(When when) {
    return Phrase.of("if ")
        .and(Phrase.joined(when.anyOf().stream().map(this::test).toList(), ", or if "));
  }

  private Phrase test(When.Test test) {
    Question question = vocabulary.question(test.question());
    if (question == null) {
      return Phrase.code(test.question());
    }
    List<Phrase> labels =
        test.values().stream().map(v -> Phrase.of(Values.answer(question, v))).toList();
    Phrase name = Subjects.name(question).and(": ");
    return test.in()
        ? name.and(Phrase.listed(labels, "or"))
        : name.and("anything but ").and(Phrase.listed(labels, "or")).and(", also if open");
  }
}
