package dev.spotter.rules;

import dev.spotter.rules.Diagnostic.Code;
import dev.spotter.rules.Draft.Declared;
import dev.spotter.rules.Draft.Note;
import dev.spotter.vocabulary.Cause;
import dev.spotter.vocabulary.RemedyKind;
import dev.spotter.vocabulary.Section;
import dev.spotter.vocabulary.Suggestion;
import dev.spotter.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what the declares of a folder add up to: questions, causes, remedies and the scale. */
final class VocabularyReader {
  private static final Set<String> KEYS =
      Set.of("section", "cause", "remedy", "title", "start", "kind", "leadsWith", "likelyWith");
  private static final Set<String> REMEDY_KINDS =
      Set.of("self-treatment", "training", "safety", "referral");

  private final List<Diagnostic> problems;
  private final Set<String> doubts;
  private final List<Section> sections = new ArrayList<>();
  private final List<Cause> causes = new ArrayList<>();
  private final List<RemedyKind> remedies = new ArrayList<>();
  private final Map<String, String> declaredIn = new HashMap<>();
  private final Set<String> ids = new LinkedHashSet<>();
  private final ScaleReader scale;

  private VocabularyReader(Set<String> doubts, List<Diagnostic> problems) {
    this.doubts = doubts;
    this.problems = problems;
    this.scale = new ScaleReader(problems);
  }

  /** What the declares say; null for the scale if no file declares one. */
  record Declarations(Vocabulary vocabulary, @Nullable Scale scale) {}

  /**
   * Reads all declares.
   *
   * @param doubts names of which it is not known what they declare; what is declared twice is added
   */
  static Declarations read(List<Draft> drafts, Set<String> doubts, List<Diagnostic> problems) {
    VocabularyReader reader = new VocabularyReader(doubts, problems);
    for (Draft draft : drafts) {
      draft.declarations().forEach(d -> reader.declared(draft.file(), d));
    }
    Vocabulary vocabulary = new Vocabulary(reader.sections, reader.causes, reader.remedies);
    if (doubts.isEmpty()) {
      drafts.forEach(d -> new WhenCheck(vocabulary, d.file(), problems).check(d.declarations()));
    }
    return new Declarations(vocabulary, reader.scale.finish(vocabulary, doubts));
  }

  private void declared(SourceFile file, Declared declared) {
    String before = declaredIn.putIfAbsent(declared.name(), file.name());
    if (before != null) {
      doubts.add(declared.name());
      problem(
          file,
          Code.DUPLICATE,
          declared.offset(),
          declared.name() + " is declared in " + before + " already",
          "give it another name, or put its fields there");
      return;
    }
    if (FactTypes.ENGINE.containsKey(declared.name())) {
      problem(
          file,
          Code.DUPLICATE,
          declared.offset(),
          declared.name() + " is a fact of the engine",
          "give it another name");
      return;
    }
    Map<String, Note> notes = declared.notes();
    if (notes.containsKey("section")) {
      section(file, declared);
    } else if (notes.containsKey("cause")) {
      cause(file, declared);
    } else if (notes.containsKey("remedy")) {
      remedy(file, declared);
    } else if (misspelt(declared.notes(), "section")
        || misspelt(declared.notes(), "cause")
        || misspelt(declared.notes(), "remedy")) {
      doubts.add(declared.name());
      keys(file, declared.notes(), KEYS);
    } else if (!scale.declared(file, declared)) {
      problem(
          file,
          Code.DECLARATION,
          declared.offset(),
          "nothing says what " + declared.name() + " is",
          "say @section( \"title\" ), @cause( \"id\" ) or @remedy( \"id\" ) behind its name");
    }
  }

  private void section(SourceFile file, Declared declared) {
    keys(file, declared.notes(), Set.of("section"));
    String key = Character.toLowerCase(declared.name().charAt(0)) + declared.name().substring(1);
    QuestionReader questions = new QuestionReader(file, key, problems);
    sections.add(
        new Section(
            key,
            declared.name(),
            text(declared, "section"),
            declared.fields().stream().map(questions::read).toList()));
  }

  private void cause(SourceFile file, Declared declared) {
    keys(file, declared.notes(), Set.of("cause", "title", "start", "leadsWith", "likelyWith"));
    String id = text(declared, "cause");
    unique(file, declared, "cause:" + id);
    Note start = declared.notes().get("start");
    causes.add(
        new Cause(
            id,
            title(file, declared),
            start == null ? 0 : whole(file, start, problems),
            groups(declared, "leadsWith"),
            groups(declared, "likelyWith")));
  }

  private static Set<String> groups(Declared declared, String key) {
    Set<String> groups = new LinkedHashSet<>(List.of(text(declared, key).split("[ ,]+")));
    groups.remove("");
    return groups;
  }

  private void remedy(SourceFile file, Declared declared) {
    keys(file, declared.notes(), Set.of("remedy", "title", "kind"));
    String id = text(declared, "remedy");
    unique(file, declared, "remedy:" + id);
    String kind = text(declared, "kind");
    if (!REMEDY_KINDS.contains(kind) && !misspelt(declared.notes(), "kind")) {
      Note note = declared.notes().get("kind");
      problem(
          file,
          Code.DECLARATION,
          note == null ? declared.offset() : note.offset(),
          "a remedy is of the kind self-treatment, training, safety or referral",
          Suggestion.among(kind, REMEDY_KINDS));
    }
    remedies.add(new RemedyKind(id, title(file, declared), kind));
  }

  private void unique(SourceFile file, Declared declared, String id) {
    if (!ids.add(id)) {
      Note note = declared.notes().get(id.substring(0, id.indexOf(':')));
      problem(
          file,
          Code.DUPLICATE,
          note == null ? declared.offset() : note.offset(),
          "the " + id.replace(":", " ") + " is declared twice",
          "drop one");
    }
  }

  private String title(SourceFile file, Declared declared) {
    String title = text(declared, "title");
    if (title.isBlank() && !misspelt(declared.notes(), "title")) {
      problem(
          file,
          Code.DECLARATION,
          declared.offset(),
          declared.name() + " has no title",
          "add @title( \"as people read it\" )");
    }
    return title;
  }

  private static String text(Declared declared, String key) {
    Note note = declared.notes().get(key);
    return note == null ? "" : note.text();
  }

  private void keys(SourceFile file, Map<String, Note> notes, Set<String> allowed) {
    unknownKeys(file, notes, allowed, problems);
  }

  static void unknownKeys(
      SourceFile file, Map<String, Note> notes, Set<String> allowed, List<Diagnostic> problems) {
    notes.forEach(
        (key, note) -> {
          if (!allowed.contains(key)) {
            problems.add(
                file.problem(
                    Code.DECLARATION,
                    Math.max(0, file.text().lastIndexOf("@" + key, note.offset())),
                    "there is no annotation @" + key + " here",
                    Suggestion.among(key, allowed)));
          }
        });
  }

  /** True if a key is missing and one that nobody knows is nearly it. */
  static boolean misspelt(Map<String, Note> notes, String key) {
    return !notes.containsKey(key)
        && notes.keySet().stream()
            .anyMatch(k -> Suggestion.among(k, List.of(key)).startsWith("did you mean"));
  }

  static int whole(SourceFile file, Note note, List<Diagnostic> problems) {
    try {
      return Integer.parseInt(note.text().strip());
    } catch (NumberFormatException e) {
      problems.add(
          file.problem(
              Code.DECLARATION,
              note.offset(),
              "'" + note.text() + "' is not a whole number",
              "points are written without unit: \"160\""));
      return 0;
    }
  }

  static Map<String, String> pairs(String text) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String part : text.split("\\|")) {
      int colon = part.indexOf(':');
      String key = (colon < 0 ? part : part.substring(0, colon)).strip();
      if (!key.isEmpty()) {
        pairs.put(key, colon < 0 ? key : part.substring(colon + 1).strip());
      }
    }
    return pairs;
  }

  private void problem(SourceFile file, Code code, int offset, String message, String help) {
    problems.add(file.problem(code, offset, message, help));
  }
}
