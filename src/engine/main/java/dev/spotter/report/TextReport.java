package dev.spotter.report;

import dev.spotter.assess.Assessment;
import dev.spotter.assess.Item;
import dev.spotter.fact.Level;
import dev.spotter.intake.Problem;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Vocabulary;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes answers for people: how urgent first, then why, then what to do. */
public final class TextReport {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

  /** More would bury the reasons; the JSON has them all. */
  private static final int MOST_UNKNOWN = 6;

  private final Vocabulary vocabulary;
  private final Ink ink;

  public TextReport(Vocabulary vocabulary, Ink ink) {
    this.vocabulary = vocabulary;
    this.ink = ink;
  }

  /** One answer as text, ending with a line break. */
  public String write(Assessment answer) {
    Lines out = new Lines();
    Level level = answer.triage().level();
    out.line(ink.level(level, headline(level)));
    out.line(
        ink.faint(
            answer.id()
                + ", "
                + MOMENT.format(answer.at())
                + ", rules "
                + shortId(answer.ruleSet())));
    reasons(out, answer.triage(), true);
    if (level.barsTraining()) {
      remedies(out, answer);
      causes(out, answer);
    } else {
      causes(out, answer);
      remedies(out, answer);
    }
    otherReasons(out, answer.triage());
    next(out, answer);
    plain(out, "Also", answer.notes().stream().map(Assessment.Noted::text).toList());
    plain(out, "Come back or get help at once if", answer.triage().safetyNet());
    recheck(out, answer.triage().recheck());
    problems(out, answer.problems());
    matches(out, answer.matches());
    out.blank();
    out.item(0, "", "Advice for training and triage, not a diagnosis.");
    return out.toString();
  }

  private static String headline(Level level) {
    return switch (level) {
      case EMERGENCY -> "EMERGENCY: get medical help now";
      case URGENT -> "URGENT: be seen by a clinician today";
      case SOON -> "SOON: have it looked at within days";
      case UNDETERMINED ->
          "NOT DETERMINED: answer the open questions; until then, treat it as SOON";
      case SELF_CARE -> "SELF-CARE: no sign of anything dangerous in the answers given";
    };
  }

  /** A client that has no answer, as text. */
  public String write(String status, @Nullable String id, List<Problem> problems) {
    Lines out = new Lines();
    out.line(
        ink.level(
            Level.SOON,
            status.toUpperCase(Locale.ROOT)
                + ": "
                + (id == null ? "a client" : id)
                + " could not be assessed"));
    problems(out, problems);
    return out.toString();
  }

  private static String shortId(String id) {
    return id.length() > 19 ? id.substring(0, 19) : id;
  }

  /** The reasons that asked for the level that stands, or the others. */
  private void reasons(Lines out, Assessment.Triage triage, boolean standing) {
    for (int i = 0; i < triage.because().size(); i++) {
      Item item = triage.because().get(i);
      if ((triage.levels().get(i) == triage.level()) == standing) {
        out.item(2, "! ", item.because() + answers(item) + sources(item));
      }
    }
  }

  private void otherReasons(Lines out, Assessment.Triage triage) {
    if (triage.levels().stream().anyMatch(l -> l != triage.level())) {
      heading(out, "Other reasons to be seen");
      reasons(out, triage, false);
    }
  }

  private void causes(Lines out, Assessment answer) {
    heading(out, "What may be behind it: " + verdict(answer));
    boolean first = true;
    for (Assessment.Cause cause : answer.causes()) {
      cause(out, cause, first || !cause.likelihood().equals("unlikely"));
      first = false;
    }
  }

  private void cause(Lines out, Assessment.Cause cause, boolean reasons) {
    String subtype = cause.subtype() == null ? "" : ", most like " + cause.subtype();
    String points = " (" + cause.points() + " points)";
    out.item(2, "", ink.bold(cause.title()) + ": " + cause.likelihood() + subtype + points);
    if (cause.conclusion() != null) {
      out.item(4, "", cause.conclusion());
    }
    if (reasons) {
      cause.supporting().forEach(i -> out.item(4, "+ ", i.because() + answers(i) + sources(i)));
      cause.opposing().forEach(i -> out.item(4, "- ", i.because() + answers(i) + sources(i)));
      if (!cause.unknown().isEmpty()) {
        out.item(4, "? ", ink.faint("not known: " + unknown(cause.unknown())));
      }
    }
  }

  private static String unknown(List<String> ids) {
    int more = ids.size() - MOST_UNKNOWN;
    String shown = String.join(", ", ids.subList(0, Math.min(MOST_UNKNOWN, ids.size())));
    return more > 0 ? shown + " and " + more + " more" : shown;
  }

  private String verdict(Assessment answer) {
    return switch (answer.verdict()) {
      case "no-clear-leader" -> "no clear leader";
      case "undetermined" -> "too little is known to say";
      default -> {
        Assessment.Cause cause = answer.cause(answer.verdict());
        yield cause == null ? answer.verdict() : cause.title();
      }
    };
  }

  private void remedies(Lines out, Assessment answer) {
    heading(out, "What to do");
    for (Assessment.Remedy remedy : answer.remedies()) {
      out.item(2, "* ", ink.bold(remedy.title()) + ". " + String.join(" ", remedy.advice()));
      String because =
          remedy.reasons().stream().map(Item::because).distinct().collect(Collectors.joining("; "));
      String sources =
          remedy.reasons().stream()
              .flatMap(i -> i.sources().stream())
              .distinct()
              .collect(Collectors.joining(" "));
      out.item(4, "", ink.faint("because " + because + " [" + sources + "]"));
    }
    Map<String, List<String>> withheld = new LinkedHashMap<>();
    for (Assessment.Withheld one : answer.withheld()) {
      withheld.computeIfAbsent(one.because(), because -> new ArrayList<>()).add(one.title());
    }
    withheld.forEach(
        (because, titles) ->
            out.item(
                2, "x ", "Not for now: " + String.join(", ", titles) + ". Because " + because));
  }

  private void next(Lines out, Assessment answer) {
    if (!answer.nextQuestions().isEmpty()) {
      heading(out, "What to answer next");
      answer
          .nextQuestions()
          .forEach(
              q ->
                  out.item(
                      2, "? ", q.ask() + " " + ink.faint("(" + q.id() + ": " + q.because() + ")")));
    }
  }

  private void plain(Lines out, String title, List<String> texts) {
    if (!texts.isEmpty()) {
      heading(out, title);
      texts.forEach(t -> out.item(2, "- ", t));
    }
  }

  private void recheck(Lines out, @Nullable LocalDate date) {
    if (date != null) {
      heading(out, "Look at it again on " + DAY.format(date));
    }
  }

  private void problems(Lines out, List<Problem> problems) {
    for (Problem problem : problems) {
      String value = problem.value() == null ? "" : " (given: " + problem.value() + ")";
      String help = problem.help() == null ? "" : "; " + problem.help();
      out.item(2, "! ", place(problem) + problem.message() + value + help);
    }
  }

  /** {@code file:line:column: path: }, as far as known. */
  static String place(Problem problem) {
    String place = problem.line() > 0 ? ":" + problem.line() + ":" + problem.column() : "";
    String path = problem.path().isEmpty() ? "" : problem.path() + ": ";
    return problem.source().isEmpty() ? path : problem.source() + place + ": " + path;
  }

  private void matches(Lines out, List<Assessment.Match> matches) {
    if (!matches.isEmpty()) {
      heading(out, "How the rules matched");
    }
    for (Assessment.Match match : matches) {
      out.item(
          2,
          "",
          ink.bold("\"" + match.rule() + "\"") + " (" + match.file() + ":" + match.line() + ")");
      match
          .conditions()
          .forEach(c -> out.item(4, "when ", c.condition() + "   is " + shown(c.value())));
      match.inserted().forEach(i -> out.item(4, "then ", i));
    }
  }

  private void heading(Lines out, String text) {
    out.blank().line(ink.bold(text));
  }

  private String answers(Item item) {
    String answers =
        item.facts().entrySet().stream()
            .filter(f -> f.getValue() != null)
            .map(f -> f.getKey() + " = " + shown(f.getKey(), f.getValue()))
            .collect(Collectors.joining(", "));
    String open = item.facts().values().stream().allMatch(v -> v == null) ? "not asked" : answers;
    return ink.faint(" (" + open + ")");
  }

  private String shown(String id, @Nullable Object value) {
    Question question = vocabulary.question(id);
    String unit =
        question == null || question.unit() == null || !(value instanceof Number)
            ? ""
            : " " + question.unit();
    return shown(value) + unit;
  }

  private static String shown(@Nullable Object value) {
    if (value instanceof Set<?> set) {
      return set.isEmpty() ? "none" : String.join(" + ", JsonReport.sorted(set));
    }
    return value == null ? "not known" : String.valueOf(value);
  }

  private String sources(Item item) {
    return ink.faint(" [" + String.join(" ", item.sources()) + "]");
  }
}
