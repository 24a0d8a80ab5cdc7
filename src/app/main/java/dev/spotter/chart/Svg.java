package dev.spotter.chart;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes one drawing; its colours are classes that the page's style knows, light and dark. */
final class Svg {
  private final StringBuilder out = new StringBuilder(8000);

  /** A place in a drawing; null in a list of them breaks the line there. */
  record Point(double x, double y) {}

  /**
   * Begins a drawing.
   *
   * @param id unique on the page
   * @param title what it is, read aloud
   * @param description what it shows
   */
  Svg(Size size, String id, String title, String description) {
    out.append(
        String.format(
            Locale.ROOT,
            "<svg class=\"%1$s\" viewBox=\"0 0 %2$s %3$s\" role=\"img\" aria-labelledby=\"%4$s-t"
                + " %4$s-d\">%n<title id=\"%4$s-t\">%5$s</title>%n<desc id=\"%4$s-d\">%6$s</desc>%n",
            size.word(),
            number(size.width()),
            number(size.height()),
            id,
            escaped(title),
            escaped(description)));
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String number(double number) {
    return Unit.plain(Math.round(number * 10) / 10.0);
  }

  Svg line(String kind, double x1, double y1, double x2, double y2) {
    return path(kind, List.of(new Point(x1, y1), new Point(x2, y2)));
  }

  Svg text(String kind, double x, double y, String text) {
    out.append("<text class=\"")
        .append(kind)
        .append("\" x=\"")
        .append(number(x))
        .append("\" y=\"")
        .append(number(y))
        .append("\">")
        .append(escaped(text))
        .append("</text>\n");
    return this;
  }

  /** A line through points. */
  Svg path(String kind, List<? extends @Nullable Point> points) {
    StringBuilder d = new StringBuilder();
    boolean pen = false;
    for (Point point : points) {
      if (point != null) {
        d.append(pen ? 'L' : 'M').append(number(point.x())).append(' ').append(number(point.y()));
      }
      pen = point != null;
    }
    out.append("<path class=\"").append(kind).append("\" d=\"").append(d).append("\"/>\n");
    return this;
  }

  /** A dot that tells what it is when pointed at. */
  Svg dot(String kind, Point at, double radius, String tells) {
    out.append("<circle class=\"")
        .append(kind)
        .append("\" cx=\"")
        .append(number(at.x()))
        .append("\" cy=\"")
        .append(number(at.y()))
        .append("\" r=\"")
        .append(number(radius));
    return tell("circle", tells);
  }

  /** A bar that tells what it is when pointed at. */
  Svg bar(String kind, double x, double y, double width, double height, String tells) {
    out.append("<rect class=\"")
        .append(kind)
        .append("\" x=\"")
        .append(number(x))
        .append("\" y=\"")
        .append(number(y))
        .append("\" width=\"")
        .append(number(width))
        .append("\" height=\"")
        .append(number(Math.max(0, height)));
    return tell("rect", tells);
  }

  private Svg tell(String element, String tells) {
    out.append("\"><title>").append(escaped(tells)).append("</title></").append(element);
    out.append(">\n");
    return this;
  }

  /** A small triangle whose tip is at a place. */
  Svg triangle(String kind, Point tip) {
    return path(
        kind,
        List.of(
            tip,
            new Point(tip.x() - 4.5, tip.y() - 8),
            new Point(tip.x() + 4.5, tip.y() - 8),
            tip));
  }

  /** The drawing, finished. */
  String finish() {
    return out + "</svg>\n";
  }
}
