package dev.spotter.batch;

import java.util.List;
import java.util.Locale;

/** Pieces of a page. Every text that comes from outside goes through {@link #text}. */
public final class Html {
  private Html() {}

  /** A text as it is, whatever it holds. */
  public static String text(String value) {
    StringBuilder text = new StringBuilder();
    value
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&#39;");
                default -> text.appendCodePoint(Character.isISOControl(c) ? '\uFFFD' : c);
              }
            });
    return text.toString();
  }

  public static String number(long n) {
    return String.format(Locale.ROOT, "%,d", n);
  }

  public static String share(long part, long all) {
    return all == 0 ? "" : String.format(Locale.ROOT, "%.1f %%", 100.0 * part / all);
  }

  /**
   * A table.
   *
   * @param kind its class
   * @param columns headings; one that begins with # is of numbers
   * @param rows cells that are HTML already
   */
  public static String table(String kind, List<String> columns, List<List<String>> rows) {
    StringBuilder html = new StringBuilder("<div class=\"wide\"><table class=\"");
    html.append(kind).append("\"><thead><tr>");
    for (String column : columns) {
      boolean number = column.startsWith("#");
      html.append(number ? "<th class=\"n\" scope=\"col\">" : "<th scope=\"col\">")
          .append(text(number ? column.substring(1) : column))
          .append("</th>");
    }
    html.append("</tr></thead><tbody>\n");
    for (List<String> row : rows) {
      html.append("<tr>");
      for (int i = 0; i < row.size(); i++) {
        html.append(columns.get(i).startsWith("#") ? "<td class=\"n\">" : "<td>")
            .append(row.get(i))
            .append("</td>");
      }
      html.append("</tr>\n");
    }
    return html.append("</tbody></table></div>\n").toString();
  }
}
