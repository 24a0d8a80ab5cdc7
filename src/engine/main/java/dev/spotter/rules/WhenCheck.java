package dev.spotter.rules;

import dev.spotter.rules.Diagnostic.Code;
import dev.spotter.rules.Draft.Declared;
import dev.spotter.rules.Draft.Field;
import dev.spotter.rules.Draft.Note;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Suggestion;
import dev.spotter.vocabulary.Vocabulary;
import dev.spotter.vocabulary.When;
import java.util.ArrayList;
import java.util.List;

/** Looks up the questions and answers that {@code @when} names. */
final class WhenCheck {
  private final Vocabulary vocabulary;
  private final SourceFile file;
  private final List<Diagnostic> problems;

  WhenCheck(Vocabulary vocabulary, SourceFile file, List<Diagnostic> problems) {
    this.vocabulary = vocabulary;
    this.file = file;
    this.problems = problems;
  }

  void check(List<Declared> declarations) {
    for (Declared declared : declarations) {
      for (Field field : declared.fields()) {
        String section =
            Character.toLowerCase(declared.name().charAt(0)) + declared.name().substring(1);
        Question question = vocabulary.question(section + "." + field.name());
        Note note = field.notes().get("when");
        if (note != null && question != null && question.when() != null) {
          question.when().anyOf().forEach(t -> test(t, note));
        }
      }
    }
  }

  private void test(When.Test test, Note note) {
    Question asked = vocabulary.question(test.question());
    int at = Math.max(0, note.text().indexOf(test.question()));
    if (asked == null) {
      problems.add(
          file.problem(
              Code.UNKNOWN_NAME,
              note.offset() + at,
              "there is no question '" + test.question() + "'",
              Suggestion.among(
                  test.question(), vocabulary.questions().stream().map(Question::id).toList())));
      return;
    }
    for (String value : test.values()) {
      if (!asked.offers(value) && !value.equals(Question.UNKNOWN)) {
        List<String> offered =
            new ArrayList<>(asked.choices().stream().map(Question.Choice::id).toList());
        offered.add(Question.UNKNOWN);
        problems.add(
            file.problem(
                Code.UNKNOWN_VALUE,
                note.offset() + Math.max(0, note.text().indexOf(value, at)),
                "'" + value + "' is not one of the answers of " + asked.id(),
                Suggestion.among(value, offered)));
      }
    }
  }
}
