package dev.spotter.rules;

import dev.spotter.fact.Evidence.Strength;
import dev.spotter.rules.Diagnostic.Code;
import dev.spotter.rules.Draft.Declared;
import dev.spotter.rules.Draft.Note;
import dev.spotter.vocabulary.Vocabulary;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the declares Scale and Observers. */
final class ScaleReader {
  private static final Set<String> WORDS =
      Set.of("decisive", "strong", "moderate", "weak", "likely", "possible", "lead", "informative");

  private final List<Diagnostic> problems;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, Integer> percent = new HashMap<>();
  private @Nullable SourceFile scaleFile;
  private @Nullable SourceFile observerFile;
  private @Nullable Note observer;

  ScaleReader(List<Diagnostic> problems) {
    this.problems = problems;
  }

  /** Takes a declare if it is one of the two. */
  boolean declared(SourceFile file, Declared declared) {
    if (declared.name().equals("Scale")) {
      scaleFile = file;
      VocabularyReader.unknownKeys(file, declared.notes(), WORDS, problems);
      for (String word : WORDS) {
        Note note = declared.notes().get(word);
        if (note == null) {
          problems.add(
              file.problem(
                  Code.DECLARATION,
                  declared.offset(),
                  "the scale says no @" + word,
                  "add @" + word + "( \"points\" )"));
        } else {
          numbers.put(word, VocabularyReader.whole(file, note, problems));
        }
      }
      return true;
    }
    if (declared.name().equals("Observers")) {
      observers(file, declared);
      return true;
    }
    return false;
  }

  private void observers(SourceFile file, Declared declared) {
    VocabularyReader.unknownKeys(file, declared.notes(), Set.of("scales", "percent"), problems);
    observerFile = file;
    observer = declared.notes().get("scales");
    Note shares = declared.notes().get("percent");
    if (observer == null || shares == null) {
      problems.add(
          file.problem(
              Code.DECLARATION,
              declared.offset(),
              "Observers names a question and a share for each answer",
              "@scales( \"technique.observer\" ) @percent( \"trainer-live: 100 | nobody: 0\" )"));
      return;
    }
    VocabularyReader.pairs(shares.text())
        .forEach(
            (answer, share) ->
                percent.put(
                    answer,
                    VocabularyReader.whole(file, new Note(share, shares.offset()), problems)));
  }

  /** The scale, checked against the questions; null if no file declares one. */
  @Nullable Scale finish(Vocabulary vocabulary, Set<String> doubts) {
    if (scaleFile == null) {
      return null;
    }
    if (observer != null
        && observerFile != null
        && doubts.isEmpty()
        && vocabulary.question(observer.text()) == null) {
      problems.add(
          observerFile.problem(
              Code.UNKNOWN_NAME,
              observer.offset(),
              "there is no question " + observer.text(),
              "name a question of questions.drl"));
    }
    Map<Strength, Integer> points = new EnumMap<>(Strength.class);
    points.put(Strength.DECISIVE, number("decisive"));
    points.put(Strength.STRONG, number("strong"));
    points.put(Strength.MODERATE, number("moderate"));
    points.put(Strength.WEAK, number("weak"));
    return new Scale(
        points,
        number("likely"),
        number("possible"),
        number("lead"),
        number("informative"),
        observer == null ? null : observer.text(),
        percent);
  }

  private int number(String word) {
    return numbers.getOrDefault(word, 0);
  }
}
