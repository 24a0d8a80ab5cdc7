package dev.spotter.batch;

import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Cause;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** The report of a run: one page that needs nothing else, for people. */
final class Page {
  private final Tally tally;
  private final RuleSet rules;
  private final Tables tables;

  Page(Tally tally, RuleSet rules, List<String> sources) {
    this.tally = tally;
    this.rules = rules;
    this.tables = new Tables(tally, rules, sources);
  }

  String html() {
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Batch report</title>
        <style>
        """
        + style()
        + "</style>\n</head>\n<body>\n<main>\n"
        + head()
        + section("Call today", calls())
        + "<div class=\"pair\">\n"
        + section("How urgent", levels())
        + section("What stands first", causes())
        + "</div>\n"
        + section("Verdicts", tables.verdicts())
        + section("Answers most often missing", tables.missing())
        + section("Set aside, by reason", tables.rejected())
        + section("Records by source", tables.sources())
        + section("Rules that fired", tables.rules())
        + "<footer>Advice for training and triage, not a diagnosis. Rules "
        + Html.text(rules.id())
        + ".</footer>\n</main>\n</body>\n</html>\n";
  }

  private static String style() {
    try (InputStream in =
        Objects.requireNonNull(Page.class.getResourceAsStream("report.css"), "report.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String section(String title, String content) {
    return content.isEmpty()
        ? ""
        : "<section>\n<h2>" + Html.text(title) + "</h2>\n" + content + "</section>\n";
  }

  private String head() {
    long toCall = Call.LEVELS.stream().mapToLong(tally::toCall).sum();
    return "<header><h1>Batch report</h1><p>"
        + Html.number(tally.records())
        + " records</p></header>\n<dl class=\"tiles\">\n"
        + tile("call today", toCall, toCall > 0 ? "alarm" : "")
        + tile("assessed", tally.assessed(), "")
        + tile("failed in a rule", tally.failed(), tally.failed() > 0 ? "alarm" : "")
        + tile("set aside", tally.rejected(), tally.rejected() > 0 ? "warn" : "")
        + "</dl>\n";
  }

  private static String tile(String name, long number, String kind) {
    return "<div class=\""
        + kind
        + "\"><dt>"
        + name
        + "</dt><dd>"
        + Html.number(number)
        + "</dd></div>\n";
  }

  private String calls() {
    StringBuilder html = new StringBuilder();
    if (tally.rejected() > 0) {
      html.append("<p class=\"note\">Of the ")
          .append(Html.number(tally.rejected()))
          .append(
              " records set aside nobody knows how urgent they are:"
                  + " mend them (<code>rejected.ndjson</code>) and assess them again.</p>\n");
    }
    List<Call> calls = tally.calls();
    if (calls.isEmpty()) {
      return html.append("<p>Nobody of those assessed.</p>\n").toString();
    }
    long all = Call.LEVELS.stream().mapToLong(tally::toCall).sum();
    if (all > calls.size()) {
      html.append("<p>The first ")
          .append(calls.size())
          .append(" of ")
          .append(Html.number(all))
          .append(", worst first; all of them stand in <code>call-today.csv</code>.</p>\n");
    }
    return html.append(tables.calls(calls)).toString();
  }

  private String levels() {
    List<Bars.Bar> bars = new ArrayList<>();
    Summary.levels(tally)
        .forEach((level, number) -> bars.add(new Bars.Bar(level, number, "level-" + level)));
    if (tally.failed() > 0) {
      bars.add(0, new Bars.Bar("failed: not known", tally.failed(), "level-failed"));
    }
    return Bars.plot(bars, tally.assessed() + tally.failed());
  }

  private String causes() {
    List<Bars.Bar> bars = new ArrayList<>();
    for (Cause cause : rules.vocabulary().causes().values()) {
      bars.add(new Bars.Bar(cause.title(), tally.of(Tally.Of.FIRST, cause.id()), "cause"));
    }
    bars.sort(Comparator.comparingLong(Bars.Bar::number).reversed());
    return Bars.plot(bars, tally.assessed());
  }
}
