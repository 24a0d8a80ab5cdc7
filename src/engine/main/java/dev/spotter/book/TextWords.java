package dev.spotter.book;

import dev.spotter.rules.RuleSet;
import dev.spotter.rules.Template;
import dev.spotter.vocabulary.Question;

/** Shows a text that the rules say to a client, with its places named instead of filled. */
final class TextWords {
  private final RuleSet rules;
  private final Subjects subjects;

  TextWords(RuleSet rules, Subjects subjects) {
    this.rules = rules;
    this.subjects = subjects;
  }

  Phrase say(String text) {
    Template template = Template.of(text);
    Phrase said = filled(template);
    return template.fallback() == null
        ? said
        : said.and(" If that is not known: ").and(filled(template.fallback()));
  }

  private Phrase filled(Template template) {
    Phrase said = Phrase.EMPTY;
    for (Template.Part part : template.parts()) {
      said = said.and(piece(part));
    }
    return said;
  }

  private Phrase piece(Template.Part part) {
    if (part instanceof Template.Words words) {
      return Phrase.of(words.text());
    }
    if (part instanceof Template.Day day) {
      return Phrase.code("[the date " + day.days() + " days later]");
    }
    if (part instanceof Template.Word word) {
      return Phrase.of(rules.words().getOrDefault(word.key(), word.key()));
    }
    if (part instanceof Template.Value value) {
      return Phrase.code("[" + share(value) + "]");
    }
    return Phrase.code("{" + ((Template.Strange) part).text() + "}");
  }

  private String share(Template.Value value) {
    Question question = subjects.question(value.type(), value.field());
    String name =
        question == null
            ? value.field() + " from the training log"
            : "the answer to: " + question.ask().strip();
    return value.percent() == null
        ? name
        : value.percent() + " % of " + name + ", rounded down to what can be loaded";
  }
}
