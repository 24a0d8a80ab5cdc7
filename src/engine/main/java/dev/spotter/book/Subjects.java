package dev.spotter.book;

import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Section;
import dev.spotter.vocabulary.Vocabulary;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls the fields that rules read by the names that people know them by. */
final class Subjects {
  /** A longer question is cut where its sense is still clear, and its id stands beside it. */
  private static final int LONGEST = 72;

  private static final String CUT = " …";

  private final Map<String, Question> questions = new HashMap<>();

  Subjects(Vocabulary vocabulary) {
    for (Section section : vocabulary.sections()) {
      section.questions().forEach(q -> questions.put(section.type() + "." + q.field(), q));
    }
  }

  /** The question that a field is the answer to, or null. */
  @Nullable Question question(String type, String field) {
    return questions.get(type + "." + field);
  }

  /** A field of a fact, as a condition speaks of it. */
  Subject of(String type, String field) {
    Question question = question(type, field);
    if (question != null) {
      return word(question)
          ? new Subject(name(question), "not asked", "asked", "open")
          : new Subject(name(question), "not asked or not known", "answered", "open");
    }
    return switch (type + "." + field) {
      case "Likelihood.level" -> Subject.known("likelihood");
      case "Likelihood.points" -> Subject.known("points");
      case "Likelihood.rank" -> Subject.known("place in the list of causes");
      case "Likelihood.cause" -> Subject.known("the cause");
      case "Likelihood.subtype" ->
          new Subject(Phrase.of("kind"), "none stands out", "one stands out", "no kind stands out");
      case "Triage.level" -> Subject.known("how urgent");
      case "Triage.flags" -> Subject.known("red flags raised");
      case "Verdict.leads" -> Subject.known("the verdict");
      case "Verdict.first" -> Subject.known("the first cause in the list");
      case "Completeness.openCore" -> Subject.known("needed safety items still open");
      case "Completeness.open" -> Subject.known("the needed safety items still open");
      case "LoggedSet.session",
          "LoggedSet.exercise",
          "LoggedSession.number",
          "LoggedSession.daysBefore" ->
          Subject.known(field);
      default ->
          type.equals("History")
              ? new Subject(
                  Phrase.of("training log, ").and(Phrase.code(field)),
                  "the log cannot tell",
                  "the log can tell",
                  "the log cannot tell")
              : new Subject(Phrase.of(field), "not logged", "logged", "not logged");
    };
  }

  /** True if "asked, and not known" is a value of its own and not the same as not asked. */
  static boolean word(Question question) {
    return question.kind() == Question.Kind.CHOICE || question.kind() == Question.Kind.YES_NO;
  }

  /** A question in short, leading to where it stands in full. */
  static Phrase name(Question question) {
    String brief = brief(question.ask().strip().replaceFirst("\\s*\\?\\s*(\\([^()]*\\))?$", ""));
    Phrase name = Phrase.ref(brief, Keys.question(question.id()));
    return brief.endsWith(CUT) ? name.and(" (").and(Phrase.code(question.id())).and(")") : name;
  }

  private static String brief(String ask) {
    String bare = ask.length() <= LONGEST ? ask : ask.replaceAll("\\s*\\([^()]*\\)", "").strip();
    if (bare.length() <= LONGEST) {
      return bare;
    }
    int end = bare.lastIndexOf(' ', LONGEST);
    return bare.substring(0, end < 1 ? LONGEST : end).replaceFirst("[\\p{Punct}\\s]+$", "") + CUT;
  }
}
