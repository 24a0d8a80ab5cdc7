package dev.spotter.chart;

import dev.spotter.history.Timeline.Moment;
import dev.spotter.log.Imported;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * A course as one HTML file that needs nothing else: no script, no font, no image, and a policy
 * that forbids all of them, so that no name in a log can fetch or run anything. Well-formed XML.
 */
public final class CoursePage {
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
      <meta name="referrer" content="no-referrer"/>
      <meta name="color-scheme" content="light dark"/>
      <title>Training log: %1$s</title>
      <style>
      %2$s</style>
      </head>
      <body>
      <main>
      <h1>Training log</h1>
      %3$s</main>
      </body>
      </html>
      """;

  private static final String LOAD_LEGEND =
      """
      <ul class="legend"><li class="load">top load of the session</li><li class="e1rm">estimated \
      maximum (e1RM)</li><li class="jump">more than 10 % above the heaviest of the 30 days before</li>\
      <li class="ring">the session in question</li></ul>
      """;
  private static final String VOLUME_LEGEND =
      """
      <ul class="legend"><li class="volume">hinge volume (load x repetitions of work sets)</li><li \
      class="mean">mean session of the 28 days before</li><li class="jump">more than 10 % above the \
      largest of the 30 days before</li><li class="volume asked">the session in question</li></ul>
      """;

  private final Course course;
  private final StringBuilder out = new StringBuilder(60_000);

  private CoursePage(Course course) {
    this.course = course;
  }

  public static String of(Course course) {
    CoursePage page = new CoursePage(course);
    page.summary();
    if (!course.followed().isEmpty()) {
      page.figure(LoadChart.title(course), LOAD_LEGEND, size -> LoadChart.of(course, size));
    }
    if (!course.hinges().isEmpty()) {
      page.figure(VolumeChart.TITLE, VOLUME_LEGEND, size -> VolumeChart.of(course, size));
    }
    page.out.append(PageTable.of(course));
    page.files();
    return PAGE.formatted(Svg.escaped(names(course)), style(), page.out);
  }

  private static String names(Course course) {
    return String.join(", ", course.log().files().stream().map(CoursePage::name).toList());
  }

  /** The file without its folder, which is nobody's business. */
  private static String name(Imported file) {
    return file.source().substring(file.source().replace('\\', '/').lastIndexOf('/') + 1);
  }

  private void summary() {
    List<Moment> moments = course.timeline().moments();
    paragraph(
        names(course)
            + (moments.isEmpty()
                ? ": no session up to " + course.at() + " loaded the back."
                : ": "
                    + moments.size()
                    + (moments.size() == 1
                        ? " session that loads the back, "
                        : " sessions that load the back, ")
                    + moments.get(0).date()
                    + " to "
                    + moments.get(moments.size() - 1).date()
                    + "; loads in "
                    + course.unit().label()
                    + "."));
    Moment asked = course.inQuestion();
    if (asked != null) {
      List<String> row = SessionTable.of(course, List.of(asked)).rows().get(0);
      Double ratio = Objects.requireNonNull(asked.measures()).volumeVsBest30d();
      paragraph(
          "The session in question: "
              + row.get(0)
              + ", "
              + row.get(1)
              + " "
              + row.get(2)
              + ", e1RM "
              + row.get(3)
              + ", hinge volume "
              + row.get(5)
              + " ("
              + course.unit().label()
              + ")"
              + (ratio == null
                  ? ""
                  : ", " + ratio + " times the largest session of the 30 days before")
              + ".");
    }
  }

  private void paragraph(String text) {
    out.append("<p>").append(Svg.escaped(text)).append("</p>\n");
  }

  private interface Drawing {
    String at(Size size);
  }

  private void figure(String title, String legend, Drawing drawing) {
    out.append("<h2>").append(Svg.escaped(title)).append("</h2>\n<figure>\n").append(legend);
    for (Size size : Size.values()) {
      out.append(drawing.at(size));
    }
    out.append("</figure>\n");
  }

  private void files() {
    out.append("<h2>What was read</h2>\n<ul>\n");
    for (Imported file : course.log().files()) {
      out.append("<li>")
          .append(Svg.escaped(name(file) + " (" + file.app() + "): " + Accounts.sum(file)));
      List<Accounts.Account> accounts = Accounts.of(file);
      if (!accounts.isEmpty()) {
        out.append("<ul>");
        accounts.forEach(a -> out.append("<li>").append(Svg.escaped(a.text())).append("</li>"));
        out.append("</ul>");
      }
      out.append("</li>\n");
    }
    out.append("</ul>\n");
    paragraph("Advice for training and triage, not a diagnosis.");
  }

  private static String style() {
    try (InputStream in = CoursePage.class.getResourceAsStream("course.css")) {
      return new String(
          Objects.requireNonNull(in, "course.css").readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
