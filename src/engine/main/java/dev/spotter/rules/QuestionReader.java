package dev.spotter.rules;

import dev.spotter.fact.History;
import dev.spotter.rules.Diagnostic.Code;
import dev.spotter.rules.Draft.Field;
import dev.spotter.rules.Draft.Note;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Question.Choice;
import dev.spotter.vocabulary.Question.Kind;
import dev.spotter.vocabulary.Question.Range;
import dev.spotter.vocabulary.Suggestion;
import dev.spotter.vocabulary.When;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a field of a section as a question. */
final class QuestionReader {
  private static final Set<String> KEYS =
      Set.of(
          "ask", "help", "choices", "range", "step", "unit", "tier", "who", "safe", "when", "from",
          "needed");
  private static final Set<String> WHO = Set.of("client", "trainer", "clinician", "log");
  private static final Set<String> TIERS = Set.of("safety", "core", "detail", "optional");

  private final SourceFile file;
  private final String section;
  private final List<Diagnostic> problems;

  QuestionReader(SourceFile file, String section, List<Diagnostic> problems) {
    this.file = file;
    this.section = section;
    this.problems = problems;
  }

  Question read(Field field) {
    Map<String, Note> notes = field.notes();
    VocabularyReader.unknownKeys(file, notes, KEYS, problems);
    Kind kind = kind(field);
    List<Choice> choices = choices(kind, notes);
    return new Question(
        section + "." + field.name(),
        section,
        field.name(),
        kind,
        required(field, "ask", "the question as it is asked"),
        text(notes, "help"),
        choices,
        kind.number() ? range(field) : null,
        notes.containsKey("step") ? number(notes.get("step")) : null,
        text(notes, "unit"),
        tier(field),
        who(notes.get("who")),
        safe(notes.get("safe"), kind, choices),
        when(notes.get("when")),
        from(notes.get("from")),
        text(notes, "needed"));
  }

  private static Kind kind(Field field) {
    return switch (field.type()) {
      case "Integer" -> Kind.WHOLE;
      case "Double" -> Kind.DECIMAL;
      case "java.util.Set" -> Kind.MANY;
      default -> field.notes().containsKey("choices") ? Kind.CHOICE : Kind.YES_NO;
    };
  }

  private List<Choice> choices(Kind kind, Map<String, Note> notes) {
    if (kind == Kind.YES_NO) {
      return List.of(new Choice("yes", "yes"), new Choice("no", "no"));
    }
    Note note = notes.get("choices");
    if (note == null || kind.number()) {
      return List.of();
    }
    twice(note);
    List<Choice> choices = new ArrayList<>();
    VocabularyReader.pairs(note.text()).forEach((id, label) -> choices.add(new Choice(id, label)));
    for (Choice choice : choices) {
      if (choice.id().equals(Question.UNKNOWN)
          || (kind == Kind.MANY && choice.id().equals(Question.NONE))) {
        problems.add(
            file.problem(
                Code.DECLARATION,
                note.offset(),
                "'" + choice.id() + "' is always offered",
                "leave it out of @choices"));
      }
    }
    return choices;
  }

  private void twice(Note note) {
    Set<String> seen = new LinkedHashSet<>();
    int at = 0;
    for (String part : note.text().split("\\|", -1)) {
      int colon = part.indexOf(':');
      String id = (colon < 0 ? part : part.substring(0, colon)).strip();
      if (!id.isEmpty() && !seen.add(id)) {
        problems.add(
            file.problem(
                Code.DUPLICATE,
                note.offset() + at + part.indexOf(id),
                "the answer '" + id + "' is offered twice",
                "give one of them another id, or drop it"));
      }
      at += part.length() + 1;
    }
  }

  private String required(Field field, String key, String what) {
    Note note = field.notes().get(key);
    if (note == null && VocabularyReader.misspelt(field.notes(), key)) {
      return "";
    }
    if (note == null || note.text().isBlank()) {
      problems.add(
          file.problem(
              Code.DECLARATION,
              field.offset(),
              field.name() + " has no @" + key,
              "add @" + key + "( \"" + what + "\" )"));
      return "";
    }
    return note.text();
  }

  private @Nullable Range range(Field field) {
    String[] ends = required(field, "range", "0..10").split("\\.\\.", -1);
    Note note = field.notes().get("range");
    if (note == null) {
      return null;
    }
    if (ends.length == 2) {
      BigDecimal min = number(new Note(ends[0], note.offset()));
      BigDecimal max = number(new Note(ends[1], note.offset()));
      if (min.compareTo(max) <= 0) {
        return new Range(min, max);
      }
    }
    problems.add(
        file.problem(
            Code.DECLARATION,
            note.offset(),
            "'" + note.text() + "' is not a range",
            "write the least and the greatest number: \"0..10\""));
    return null;
  }

  private BigDecimal number(@Nullable Note note) {
    if (note != null && note.text().strip().matches("-?\\d+(\\.\\d+)?")) {
      return new BigDecimal(note.text().strip());
    }
    if (note != null) {
      problems.add(
          file.problem(
              Code.DECLARATION,
              note.offset(),
              "'" + note.text() + "' is not a number",
              "write it plainly: 7 or 7.5"));
    }
    return BigDecimal.ZERO;
  }

  private String tier(Field field) {
    String tier = required(field, "tier", "safety, core, detail or optional");
    Note note = field.notes().get("tier");
    if (note != null && !TIERS.contains(tier)) {
      problems.add(
          file.problem(
              Code.DECLARATION,
              note.offset(),
              "there is no tier '" + tier + "'",
              Suggestion.among(tier, TIERS)));
    }
    return tier;
  }

  private Set<String> who(@Nullable Note note) {
    Set<String> who = list(note);
    for (String one : who) {
      if (note != null && !WHO.contains(one)) {
        problems.add(
            file.problem(
                Code.DECLARATION,
                note.offset() + Math.max(0, note.text().indexOf(one)),
                "nobody is called '" + one + "' here",
                Suggestion.among(one, WHO)));
      }
    }
    return who;
  }

  private Set<String> safe(@Nullable Note note, Kind kind, List<Choice> choices) {
    Set<String> safe = list(note);
    for (String answer : safe) {
      boolean offered =
          choices.stream().anyMatch(c -> c.id().equals(answer))
              || (kind == Kind.MANY && answer.equals(Question.NONE));
      if (!offered && note != null) {
        problems.add(
            file.problem(
                Code.UNKNOWN_VALUE,
                note.offset(),
                "'" + answer + "' is not one of the answers",
                Suggestion.among(answer, choices.stream().map(Choice::id).toList())));
      }
    }
    return safe;
  }

  private @Nullable String from(@Nullable Note note) {
    if (note == null) {
      return null;
    }
    Set<String> measures = FactTypes.fields(History.class).keySet();
    if (!measures.contains(note.text())) {
      problems.add(
          file.problem(
              Code.UNKNOWN_NAME,
              note.offset(),
              "the history has no measure '" + note.text() + "'",
              Suggestion.among(note.text(), measures)));
    }
    return note.text();
  }

  private @Nullable When when(@Nullable Note note) {
    if (note == null) {
      return null;
    }
    List<When.Test> tests = new ArrayList<>();
    for (String part : note.text().split("\\s+or\\s+")) {
      String[] words = part.strip().split("\\s+", 3);
      boolean not = words.length == 3 && words[1].equals("not") && words[2].startsWith("in ");
      if (words.length < 3 || (!not && !words[1].equals("in"))) {
        problems.add(
            file.problem(
                Code.DECLARATION,
                note.offset(),
                "'" + part + "' does not say when the question applies",
                "write: client.pregnancy in pregnant, unknown"));
        return null;
      }
      tests.add(
          new When.Test(
              words[0],
              !not,
              list(new Note(not ? words[2].substring(3) : words[2], note.offset()))));
    }
    return new When(tests);
  }

  private static @Nullable String text(Map<String, Note> notes, String key) {
    Note note = notes.get(key);
    return note == null ? null : note.text();
  }

  private static Set<String> list(@Nullable Note note) {
    Set<String> items = new LinkedHashSet<>();
    if (note != null) {
      Arrays.stream(note.text().split(","))
          .map(String::strip)
          .filter(s -> !s.isEmpty())
          .forEach(items::add);
    }
    return items;
  }
}
