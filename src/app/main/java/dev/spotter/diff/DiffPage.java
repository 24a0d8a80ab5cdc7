package dev.spotter.diff;

import dev.spotter.batch.Html;
import dev.spotter.compare.Aspect;
import dev.spotter.compare.ClientChange;
import dev.spotter.compare.Edit;
import dev.spotter.compare.InvariantEdit;
import dev.spotter.compare.Reason;
import dev.spotter.compare.Totals;
import dev.spotter.compare.Totals.Group;
import dev.spotter.fact.Level;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** The comparison as one page that needs nothing else, light or dark. */
public final class DiffPage {
  private final Diff diff;
  private final StringBuilder html = new StringBuilder(10_000);

  private DiffPage(Diff diff) {
    this.diff = diff;
  }

  /** The whole page. */
  public static String html(Diff diff) {
    return new DiffPage(diff).page();
  }

  private String page() {
    html.append(
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Rules compared</title>
        <style>
        """);
    html.append(style()).append("</style>\n</head>\n<body>\n<main>\n");
    head();
    invariants(true);
    Totals totals = diff.totals();
    if (totals != null) {
      totals.aspects().forEach((aspect, group) -> aspect(totals, aspect, group));
      section("", "How urgent, under both", outcomes(totals));
    }
    invariants(false);
    section("", "Edits", edits());
    html.append("<footer>Old ").append(Html.text(diff.before().id())).append("<br>New ");
    html.append(Html.text(diff.after().id())).append("</footer>\n</main>\n</body>\n</html>\n");
    return html.toString();
  }

  private static String style() {
    try (InputStream in =
        Objects.requireNonNull(DiffPage.class.getResourceAsStream("diff.css"), "diff.css")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void head() {
    html.append("<header><h1>Rules compared</h1><p>")
        .append(Html.text(diff.before().files().origin()))
        .append(" &rarr; ")
        .append(Html.text(diff.after().files().origin()))
        .append("</p></header>\n<dl class=\"tiles\">\n");
    Totals totals = diff.totals();
    if (totals != null) {
      long worse =
          totals.aspects().entrySet().stream()
              .filter(e -> e.getKey().alarming())
              .mapToLong(e -> e.getValue().count())
              .sum();
      tile("level fell or lost", Html.number(worse), worse > 0);
      tile("other answers", Html.number(totals.changed()), false);
      tile("clients", Html.number(totals.records()), false);
    }
    long lost = diff.change().invariants().stream().filter(i -> i.fate().loss()).count();
    tile("invariants lost", Html.number(lost), lost > 0);
    tile("version", diff.bump().size().word(), false);
    html.append("</dl>\n<ul>");
    diff.bump().reasons().forEach(r -> html.append("<li>").append(Html.text(r)).append("</li>"));
    html.append("</ul>\n");
  }

  private void tile(String name, String value, boolean alarm) {
    html.append("<div class=\"").append(alarm ? "alarm" : "").append("\"><dt>").append(name);
    html.append("</dt><dd>").append(Html.text(value)).append("</dd></div>\n");
  }

  private void section(String kind, String title, String content) {
    if (!content.isEmpty()) {
      html.append("<section class=\"").append(kind).append("\">\n<h2>").append(Html.text(title));
      html.append("</h2>\n").append(content).append("</section>\n");
    }
  }

  private void invariants(boolean lost) {
    List<List<String>> rows = new ArrayList<>();
    for (InvariantEdit edit : diff.change().invariants()) {
      if (edit.fate().loss() == lost) {
        rows.add(
            List.of(
                Html.text(edit.fate().word()),
                Html.text(edit.name()) + small(Words.places(edit.was(), edit.is())),
                Html.text(String.join("; ", edit.lost()))));
      }
    }
    section(
        lost ? "alarm" : "",
        lost ? "Invariants lost" : "Invariants",
        rows.isEmpty() ? "" : Html.table("", List.of("", "Invariant", "No longer"), rows));
  }

  private void aspect(Totals totals, Aspect aspect, Group all) {
    StringBuilder content = new StringBuilder();
    List<List<String>> shifts = new ArrayList<>();
    all.shifts().forEach((s, n) -> shifts.add(List.of(Html.text(s), Html.number(n))));
    content.append(Html.table("", List.of("Shift", "#Clients"), shifts));
    totals.groups(aspect).forEach((reason, group) -> content.append(group(aspect, reason, group)));
    section(
        aspect.alarming() ? "alarm" : "",
        aspect.title() + ": " + Words.clients(all.count()),
        content.toString());
  }

  private String group(Aspect aspect, Reason reason, Group group) {
    StringBuilder out = new StringBuilder("<details");
    out.append(aspect.alarming() ? " open" : "").append("><summary>");
    out.append(Html.text(diff.title(reason)));
    out.append(
        small(
            " "
                + Words.clients(group.count())
                + (group.alone() < group.count()
                    ? ", " + Words.number(group.alone()) + " by this alone"
                    : "")));
    out.append("</summary>\n");
    Edit edit = diff.edit(reason);
    if (edit != null) {
      out.append(details(edit));
    }
    List<List<String>> rows = new ArrayList<>();
    for (ClientChange client : group.first()) {
      rows.add(
          List.of(
              "<b>" + Html.text(client.id()) + "</b>",
              Html.text(String.join(", ", client.shifts().getOrDefault(aspect, List.of()))),
              small(client.source() + ":" + client.line())));
    }
    if (!rows.isEmpty()) {
      out.append(Html.table("", List.of("Client", "Shift", "Where"), rows));
    }
    if (group.count() > rows.size()) {
      out.append("<p>and ").append(Html.number(group.count() - rows.size())).append(" more</p>");
    }
    return out.append("</details>\n").toString();
  }

  private static String outcomes(Totals totals) {
    List<String> words = new ArrayList<>(Level.words());
    Collections.reverse(words);
    words.addAll(List.of("failed", "rejected"));
    List<List<String>> rows = new ArrayList<>();
    for (String word : words) {
      if (totals.before(word) + totals.after(word) > 0) {
        rows.add(List.of(word, Html.number(totals.before(word)), Html.number(totals.after(word))));
      }
    }
    return rows.isEmpty() ? "" : Html.table("", List.of("", "#Old", "#New"), rows);
  }

  private String edits() {
    List<Edit> edits = diff.change().edits();
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < edits.size(); i++) {
      out.append("<p>[").append(i + 1).append("] ").append(Html.text(Words.edit(edits.get(i))));
      out.append("</p>\n").append(details(edits.get(i)));
    }
    return out.append("<p>").append(diff.change().same()).append(" rules the same</p>").toString();
  }

  private static String details(Edit edit) {
    if (edit.details().isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder("<ul>");
    edit.details()
        .forEach(d -> out.append("<li>").append(Html.text(Words.detail(d))).append("</li>"));
    return out.append("</ul>\n").toString();
  }

  private static String small(String text) {
    return "<small>" + Html.text(text) + "</small>";
  }
}
