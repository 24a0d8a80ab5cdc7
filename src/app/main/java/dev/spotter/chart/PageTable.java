package dev.spotter.chart;

import java.util.List;

/** Every session as a table of a page: what the charts draw, for those who read. */
final class PageTable {
  private static final String MARK = " <abbr title=\"the session in question\">\u25cf</abbr>";

  private final StringBuilder out = new StringBuilder(20_000);

  private PageTable() {}

  static String of(Course course) {
    PageTable table = new PageTable();
    table.write(course);
    return table.out.toString();
  }

  private void write(Course course) {
    SessionTable table = SessionTable.of(course, course.timeline().moments());
    out.append("<h2>Every session</h2>\n<details><summary>")
        .append(table.rows().size())
        .append(" sessions as a table</summary>\n")
        .append(
            "<div class=\"scroll\" role=\"region\" aria-label=\"Every session\" tabindex=\"0\">")
        .append("<table>\n<thead><tr>");
    for (SessionTable.Head head : SessionTable.COLUMNS) {
      out.append("<th scope=\"col\"").append(head.number() ? " class=\"number\"" : "");
      out.append("><abbr title=\"").append(Svg.escaped(head.meaning())).append("\">");
      out.append(Svg.escaped(head.head())).append("</abbr></th>");
    }
    out.append("</tr></thead>\n<tbody>\n");
    for (int i = 0; i < table.rows().size(); i++) {
      boolean asked = course.asks(table.moments().get(i));
      out.append(asked ? "<tr class=\"asked\">" : "<tr>");
      cells(table.rows().get(i), asked);
      out.append("</tr>\n");
    }
    out.append("</tbody></table></div>\n<ul class=\"meaning\">");
    for (SessionTable.Head head : SessionTable.COLUMNS) {
      out.append("<li>").append(Svg.escaped(head.head() + ": " + head.meaning())).append("</li>");
    }
    out.append("<li>\u25cf: the session in question</li>");
    out.append("<li>a dash: the log cannot tell</li></ul></details>\n");
  }

  private void cells(List<String> row, boolean asked) {
    for (int i = 0; i < row.size(); i++) {
      boolean number = SessionTable.COLUMNS.get(i).number();
      String text = Svg.escaped(row.get(i)) + (asked && i == 0 ? MARK : "");
      out.append(i == 0 ? "<th scope=\"row\">" : number ? "<td class=\"number\">" : "<td>");
      out.append(text).append(i == 0 ? "</th>" : "</td>");
    }
  }
}
