package dev.spotter.report;

import dev.spotter.assess.Assessment;
import dev.spotter.assess.Item;
import dev.spotter.fact.Level;
import dev.spotter.intake.Problem;
import dev.spotter.rules.Citation;
import dev.spotter.rules.RuleSet;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes answers for people: how urgent first, then why, then what to do. Safe for many threads.
 */
public final class TextReport {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

  private final RuleSet rules;
  private final Audience audience;
  private final Ink ink;
  private final Reasons reasons;
  private final CausesText causes;

  /** Reports of one rule set for one audience. */
  public TextReport(RuleSet rules, Audience audience, Ink ink) {
    this.rules = rules;
    this.audience = audience;
    this.ink = ink;
    this.reasons = new Reasons(rules.vocabulary(), audience, ink);
    this.causes = new CausesText(audience, reasons, ink);
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
    citations(out, answer);
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
        out.item(2, "! ", reasons.referral(item));
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
    heading(out, "What may be behind it: " + CausesText.verdict(answer));
    causes.write(out, answer);
  }

  private void remedies(Lines out, Assessment answer) {
    heading(out, "What to do");
    for (Assessment.Remedy remedy : answer.remedies()) {
      out.item(2, "* ", ink.bold(remedy.title()) + ". " + String.join(" ", remedy.advice()));
      out.item(4, "", reasons.remedy(remedy));
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
              q -> out.item(2, "? ", q.ask() + " " + ink.faint("(" + id(q) + q.because() + ")")));
    }
  }

  private String id(Assessment.Next question) {
    return audience == Audience.CLIENT ? "" : question.id() + ": ";
  }

  /** What the keys stand for, and how far each was checked. */
  private void citations(Lines out, Assessment answer) {
    if (audience != Audience.CLINICIAN) {
      return;
    }
    Set<String> keys = new TreeSet<>();
    answer.triage().because().forEach(i -> keys.addAll(i.sources()));
    answer
        .causes()
        .forEach(
            c ->
                Stream.of(c.supporting(), c.opposing(), c.conclusions())
                    .flatMap(List::stream)
                    .forEach(i -> keys.addAll(i.sources())));
    answer.remedies().forEach(r -> r.reasons().forEach(i -> keys.addAll(i.sources())));
    heading(out, "Sources");
    for (String key : keys) {
      Citation citation = rules.citations().get(key);
      if (citation != null) {
        out.item(2, key + " ", citation.citation() + " (" + citation.status() + ")");
      }
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
          .forEach(c -> out.item(4, "when ", c.condition() + "   is " + Reasons.shown(c.value())));
      match.inserted().forEach(i -> out.item(4, "then ", i));
    }
  }

  private void heading(Lines out, String text) {
    out.blank().line(ink.bold(text));
  }
}
