package dev.spotter.batch;

import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Cause;
import dev.spotter.vocabulary.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of the report. */
final class Tables {
  private static final int AT_ONCE = 20;
  private static final int MOST_MISSING = 20;
  private static final int MOST_SOURCES = 50;

  private final Tally tally;
  private final RuleSet rules;
  private final List<String> sources;

  Tables(Tally tally, RuleSet rules, List<String> sources) {
    this.tally = tally;
    this.rules = rules;
    this.sources = sources;
  }

  /** The first of those to be called; the others behind a fold. */
  String calls(List<Call> calls) {
    if (calls.size() <= AT_ONCE) {
      return rows(calls);
    }
    return rows(calls.subList(0, AT_ONCE))
        + "<details><summary>and "
        + (calls.size() - AT_ONCE)
        + " more</summary>\n"
        + rows(calls.subList(AT_ONCE, calls.size()))
        + "</details>\n";
  }

  private static String rows(List<Call> calls) {
    List<List<String>> rows = new ArrayList<>();
    for (Call call : calls) {
      rows.add(
          List.of(
              "<span class=\"badge level-" + call.level() + "\">" + call.level() + "</span>",
              "<b>" + Html.text(call.id()) + "</b>",
              Html.text(call.why().replace("|", ", ")),
              "<small>" + Html.text(call.source() + ":" + call.line()) + "</small>"));
    }
    return Html.table("calls", List.of("Level", "Client", "Why", "Where"), rows);
  }

  String verdicts() {
    List<List<String>> rows = new ArrayList<>();
    Summary.byNumber(tally.of(Tally.Of.VERDICT))
        .forEach(
            (verdict, n) -> {
              Cause cause = rules.vocabulary().causes().get(verdict);
              rows.add(row(Html.text(cause == null ? verdict : cause.title()), n));
            });
    return rows.isEmpty()
        ? ""
        : Html.table("plain", List.of("Verdict", "#Clients", "#Share"), rows);
  }

  String missing() {
    List<List<String>> rows = new ArrayList<>();
    Summary.byNumber(tally.of(Tally.Of.MISSING)).entrySet().stream()
        .limit(MOST_MISSING)
        .forEach(e -> rows.add(row(question(e.getKey()), e.getValue())));
    return rows.isEmpty()
        ? ""
        : Html.table("plain", List.of("Question", "#Clients", "#Share"), rows);
  }

  private String question(String id) {
    Question question = rules.vocabulary().question(id);
    String code = "<small>" + Html.text(id) + "</small>";
    return question == null ? code : Html.text(question.ask()) + " " + code;
  }

  private List<String> row(String name, long n) {
    return List.of(name, Html.number(n), Html.share(n, tally.assessed()));
  }

  String rejected() {
    List<List<String>> rows = new ArrayList<>();
    Summary.byNumber(tally.of(Tally.Of.REJECTED))
        .forEach((code, n) -> rows.add(List.of(Html.text(code), Html.number(n))));
    return rows.isEmpty() ? "" : Html.table("plain", List.of("Reason", "#Records"), rows);
  }

  String sources() {
    List<List<String>> rows = new ArrayList<>();
    for (String name : sources.subList(0, Math.min(MOST_SOURCES, sources.size()))) {
      long assessed = tally.of(Tally.Of.SOURCE_ASSESSED, name);
      long failed = tally.of(Tally.Of.SOURCE_FAILED, name);
      long rejected = tally.of(Tally.Of.SOURCE_REJECTED, name);
      rows.add(
          List.of(
              Html.text(name),
              Html.number(assessed + failed + rejected),
              Html.number(failed),
              Html.number(rejected)));
    }
    String more =
        sources.size() > MOST_SOURCES
            ? "<p>The first "
                + MOST_SOURCES
                + " of "
                + Html.number(sources.size())
                + " sources; all of them stand in <code>summary.json</code>.</p>\n"
            : "";
    return more + Html.table("plain", List.of("Source", "#Records", "#Failed", "#Set aside"), rows);
  }

  String rules() {
    Map<String, Long> fired = new LinkedHashMap<>();
    rules.rules().forEach(r -> fired.put(r.name(), tally.of(Tally.Of.RULE, r.name())));
    long never = fired.values().stream().filter(n -> n == 0).count();
    List<List<String>> rows = new ArrayList<>();
    Summary.byNumber(fired)
        .forEach(
            (name, n) -> {
              Rule rule = rules.rule(name);
              String file = rule == null ? "" : rule.file();
              rows.add(row(Html.text(name) + " <small>" + Html.text(file) + "</small>", n));
            });
    return "<details><summary>"
        + (fired.size() - never)
        + " of "
        + fired.size()
        + " rules fired, "
        + never
        + " for nobody</summary>\n"
        + Html.table("plain", List.of("Rule", "#Clients", "#Share"), rows)
        + "</details>\n";
  }
}
