package dev.spotter.batch;

import java.util.List;
import java.util.Locale;

/** A plot of bars, each with its name and number above it; as wide as its place. */
final class Bars {
  /**
   * One bar.
   *
   * @param kind its colour's class
   */
  record Bar(String name, long number, String kind) {}

  private Bars() {}

  /**
   * @param all what a full bar stands for
   */
  static String plot(List<Bar> bars, long all) {
    StringBuilder html = new StringBuilder("<div class=\"bars\">\n");
    bars.forEach(bar -> bar(html, bar, all));
    return html.append("</div>\n").toString();
  }

  private static void bar(StringBuilder html, Bar bar, long all) {
    html.append("<p><span>").append(Html.text(bar.name())).append("</span><span class=\"n\">");
    html.append(Html.number(bar.number())).append(" <small>");
    html.append(Html.share(bar.number(), all)).append("</small></span></p>");
    html.append("<svg width=\"100%\" height=\"8\" aria-hidden=\"true\">");
    rect(html, "track", 100);
    if (bar.number() > 0) {
      rect(html, bar.kind(), 100.0 * bar.number() / all);
    }
    html.append("</svg>\n");
  }

  private static void rect(StringBuilder html, String kind, double percent) {
    html.append("<rect class=\"").append(kind).append("\" height=\"8\" rx=\"2\" width=\"");
    html.append(String.format(Locale.ROOT, "%.2f", percent)).append("%\"/>");
  }
}
