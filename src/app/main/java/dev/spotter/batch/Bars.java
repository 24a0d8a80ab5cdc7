package dev.spotter.batch;

import java.util.List;
import java.util.Locale;

/** A plot of bars, each with its name and number above it; as wide as its place. */
final class Bars {
  private static final int ROW = 44;

  /**
   * One bar.
   *
   * @param kind its colour's class
   */
  record Bar(String name, long number, String kind) {}

  private Bars() {}

  /**
   * @param title for those who hear it
   * @param all what a full bar stands for
   */
  static String svg(String title, List<Bar> bars, long all) {
    StringBuilder svg = new StringBuilder();
    svg.append("<svg class=\"bars\" role=\"img\" width=\"100%\" height=\"")
        .append(ROW * bars.size())
        .append("\"><title>")
        .append(Html.text(title))
        .append("</title>\n");
    for (int i = 0; i < bars.size(); i++) {
      bar(svg, bars.get(i), i * ROW, all);
    }
    return svg.append("</svg>\n").toString();
  }

  private static void bar(StringBuilder svg, Bar bar, int top, long all) {
    String share = Html.share(bar.number(), all);
    String width = String.format(Locale.ROOT, "%.2f", all == 0 ? 0 : 100.0 * bar.number() / all);
    svg.append("<text x=\"0\" y=\"").append(top + 16).append("\">");
    svg.append(Html.text(bar.name())).append("</text>");
    svg.append("<text x=\"100%\" y=\"").append(top + 16).append("\" text-anchor=\"end\">");
    svg.append(Html.number(bar.number()));
    svg.append(" <tspan class=\"share\">").append(share).append("</tspan></text>");
    rect(svg, "track", top, "100");
    if (bar.number() > 0) {
      rect(svg, "bar " + bar.kind(), top, width);
    }
    svg.append('\n');
  }

  private static void rect(StringBuilder svg, String kind, int top, String width) {
    svg.append("<rect class=\"").append(kind).append("\" x=\"0\" y=\"").append(top + 24);
    svg.append("\" height=\"8\" rx=\"2\" width=\"").append(width).append("%\"/>");
  }
}
