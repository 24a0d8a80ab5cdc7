package dev.spotter.intake;

import dev.spotter.history.TrainingHistory;
import dev.spotter.intake.Node.Entry;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Section;
import dev.spotter.vocabulary.Suggestion;
import dev.spotter.vocabulary.Vocabulary;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns one client's nodes into an intake, or says everything that is wrong with them. */
final class IntakeBinder {
  /** The keys of a client that are no section. */
  static final List<String> OWN = List.of("id", "at", "zone", "history");

  private static final int LONGEST_ID = 200;

  private final Vocabulary vocabulary;
  private final Problems problems;
  private final String derivedId;
  private final Answered answers;

  /**
   * @param derivedId the id of a client that gives none
   */
  IntakeBinder(Vocabulary vocabulary, String source, String derivedId) {
    this.vocabulary = vocabulary;
    this.problems = new Problems(source);
    this.derivedId = derivedId;
    this.answers = new Answered(vocabulary);
  }

  Reading bind(Node node) {
    if (!(node instanceof Node.Mapping client)) {
      problems.error(
          Fault.WRONG_TYPE,
          "",
          node,
          "a client is a group of fields, this is " + node.described(),
          "write { \"id\": \"anna\", ... }");
      return new Reading.Rejected(null, problems.inOrder());
    }
    Map<String, Node> own = new LinkedHashMap<>();
    Set<String> seen = new HashSet<>();
    for (Entry entry : client.entries()) {
      if (!seen.add(entry.key())) {
        problems.error(
            Fault.DUPLICATE,
            entry.key(),
            entry.place(),
            "'" + entry.key() + "' stands twice",
            "join the two");
      } else if (OWN.contains(entry.key())) {
        own.put(entry.key(), entry.value());
      } else {
        section(entry);
      }
    }
    return client(own);
  }

  /**
   * The client, once all answers are bound.
   *
   * @param own what stands under {@link #OWN}
   */
  Reading client(Map<String, Node> own) {
    String id = id(own.get("id"));
    ZoneId zone = zone("zone", own.get("zone"));
    TrainingHistory history =
        own.containsKey("history") ? new HistoryBinder(problems).bind(own.get("history")) : null;
    ZoneId logged = history == null ? null : history.zone();
    OffsetDateTime at = at(own.get("at"), zone == null ? logged : zone);
    if (problems.bad()) {
      return new Reading.Rejected(id, problems.inOrder());
    }
    return new Reading.Read(new Intake(id, at, zone, answers, history), problems.inOrder());
  }

  private void section(Entry entry) {
    Section section = vocabulary.section(entry.key());
    if (section == null) {
      List<String> known = new ArrayList<>(OWN);
      vocabulary.sections().forEach(s -> known.add(s.key()));
      problems.error(
          Fault.UNKNOWN_SECTION,
          entry.key(),
          entry.place(),
          "there is no section '" + entry.key() + "'",
          Suggestion.among(entry.key(), known));
      return;
    }
    if (entry.value() instanceof Node.Scalar scalar && scalar.absent()) {
      return;
    }
    if (!(entry.value() instanceof Node.Mapping fields)) {
      problems.error(
          Fault.WRONG_TYPE,
          entry.key(),
          entry.value(),
          "'" + entry.key() + "' is a group of answers, this is " + entry.value().described(),
          null);
      return;
    }
    Set<String> seen = new HashSet<>();
    for (Entry field : fields.entries()) {
      String path = entry.key() + "." + field.key();
      Question question = vocabulary.question(path);
      if (!seen.add(field.key())) {
        problems.error(
            Fault.DUPLICATE, path, field.place(), "'" + field.key() + "' stands twice", "keep one");
      } else if (question == null) {
        problems.error(
            Fault.UNKNOWN_FIELD,
            path,
            field.place(),
            "'" + entry.key() + "' has no field '" + field.key() + "'",
            elsewhere(field.key(), section));
      } else {
        answer(question, field.value());
      }
    }
  }

  /** Binds what stands for an answer. */
  void answer(Question question, Node node) {
    Answer answer = new AnswerBinder(question, problems).bind(node);
    if (answer != null) {
      answered(vocabulary.place(question.id()), answer);
    }
  }

  /**
   * Takes an answer that is bound.
   *
   * @param place the question's
   */
  void answered(int place, Answer answer) {
    answers.answer(place, answer);
  }

  private String elsewhere(String field, Section here) {
    List<String> owners =
        vocabulary.questions().stream()
            .filter(q -> q.field().equals(field))
            .map(Question::section)
            .toList();
    return owners.isEmpty()
        ? Suggestion.among(field, here.questions().stream().map(Question::field).toList())
        : field + " belongs to " + String.join(" and ", owners);
  }

  private String id(@Nullable Node node) {
    if (node == null || (node instanceof Node.Scalar absent && absent.absent())) {
      return derivedId;
    }
    boolean fine =
        node instanceof Node.Scalar scalar
            && !scalar.text().isBlank()
            && scalar.text().length() <= LONGEST_ID
            && oneLine(scalar.text());
    if (!fine) {
      problems.error(
          Fault.BAD_ID,
          "id",
          node,
          "an id is a text of up to " + LONGEST_ID + " characters on one line",
          null);
      return derivedId;
    }
    return ((Node.Scalar) node).text();
  }

  private static boolean oneLine(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private @Nullable ZoneId zone(String path, @Nullable Node node) {
    return zone(path, node, problems);
  }

  /** A time zone, or null where there is none or it cannot be read. */
  static @Nullable ZoneId zone(String path, @Nullable Node node, Problems problems) {
    if (node == null || (node instanceof Node.Scalar absent && absent.absent())) {
      return null;
    }
    try {
      return ZoneId.of(node instanceof Node.Scalar scalar ? scalar.text() : "");
    } catch (DateTimeException e) {
      problems.error(
          Fault.BAD_TIME, path, node, "this is not a time zone", "write it like Europe/Berlin");
      return null;
    }
  }

  private @Nullable OffsetDateTime at(@Nullable Node node, @Nullable ZoneId zone) {
    if (node == null || (node instanceof Node.Scalar absent && absent.absent())) {
      return null;
    }
    String text = node instanceof Node.Scalar scalar ? scalar.text() : "";
    OffsetDateTime at = time(text, zone);
    if (at == null) {
      problems.error(
          Fault.BAD_TIME,
          "at",
          node,
          "this is not a time with an offset, nor one with a zone beside it",
          "write it like 2026-11-20T18:00:00+01:00, or add \"zone\": \"Europe/Berlin\"");
    } else if (at.getYear() < 1990 || at.getYear() > 2199) {
      problems.error(Fault.BAD_TIME, "at", node, "no intake was taken then", "look at the year");
    }
    return at;
  }

  private static @Nullable OffsetDateTime time(String text, @Nullable ZoneId zone) {
    try {
      return ZonedDateTime.parse(text).toOffsetDateTime();
    } catch (DateTimeException e) {
      if (zone == null) {
        return null;
      }
    }
    try {
      return LocalDateTime.parse(text.replace(' ', 'T')).atZone(zone).toOffsetDateTime();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
