package dev.spotter.bench;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/**
 * Draws measurements on logarithmic axes, as SVG that is read in light and in dark.
 *
 * @param title what is shown
 * @param x what goes to the right
 * @param y what goes up, or for bars to the right
 */
public record Chart(String title, String x, String y) {
  private static final int WIDTH = 720;
  private static final int HEIGHT = 360;
  private static final int LEFT = 70;
  private static final int RIGHT = 130;
  private static final int TOP = 50;
  private static final int BOTTOM = 50;
  private static final int BAR = 28;
  private static final int NAMES = 230;

  private static final String STYLE =
      """
      <style>
      text { font: 12px sans-serif; fill: #333 } .title { font-size: 15px }
      .end { text-anchor: end } .mid { text-anchor: middle }
      .grid { stroke: #ccc } .line { fill: none; stroke-width: 2 }
      .s0 { stroke: #1f6fb4 } .s1 { stroke: #c2571a } .d0 { fill: #1f6fb4 } .d1 { fill: #c2571a }
      @media (prefers-color-scheme: dark) {
        text { fill: #ddd } .grid { stroke: #555 }
        .s0 { stroke: #6db3f2 } .s1 { stroke: #f0985c } .d0 { fill: #6db3f2 } .d1 { fill: #f0985c }
      }
      </style>
      """;

  public record Point(double x, double y) {}

  public record Line(String name, List<Point> points) {}

  public record Bar(String name, double value) {}

  /** From one power of ten to another, along pixels. */
  private record Axis(int low, int high, int from, int to) {
    static Axis over(DoubleStream values, int from, int to) {
      double[] all = values.toArray();
      int low = (int) Math.floor(Math.log10(DoubleStream.of(all).min().orElse(1)));
      int high = (int) Math.ceil(Math.log10(DoubleStream.of(all).max().orElse(10)));
      return new Axis(low, Math.max(high, low + 1), from, to);
    }

    double at(double value) {
      return from + (Math.log10(value) - low) / (high - low) * (to - from);
    }
  }

  /** Lines through points, each with its name at its end. */
  public String lines(List<Line> lines) {
    Axis right =
        Axis.over(
            lines.stream().flatMap(l -> l.points().stream()).mapToDouble(Point::x),
            LEFT,
            WIDTH - RIGHT);
    Axis up =
        Axis.over(
            lines.stream().flatMap(l -> l.points().stream()).mapToDouble(Point::y),
            HEIGHT - BOTTOM,
            TOP);
    StringBuilder out = head(HEIGHT);
    for (int power = right.low(); power <= right.high(); power++) {
      double at = right.at(Math.pow(10, power));
      rule(out, at, TOP, at, HEIGHT - BOTTOM);
      text(out, "mid", at, HEIGHT - BOTTOM + 18, power(power));
    }
    for (int power = up.low(); power <= up.high(); power++) {
      double at = up.at(Math.pow(10, power));
      rule(out, LEFT, at, WIDTH - RIGHT, at);
      text(out, "end", LEFT - 8, at + 4, power(power));
    }
    text(out, "end", WIDTH - RIGHT, HEIGHT - 12, x);
    text(out, "", 8, TOP - 12, y);
    for (int i = 0; i < lines.size(); i++) {
      line(out, lines.get(i), i, right, up);
    }
    return out.append("</svg>\n").toString();
  }

  private static void line(StringBuilder out, Line line, int number, Axis right, Axis up) {
    StringBuilder path = new StringBuilder();
    for (Point point : line.points()) {
      double x = right.at(point.x());
      double y = up.at(point.y());
      path.append(format("%s%.1f %.1f", path.isEmpty() ? "M" : "L", x, y));
      out.append(
          format("<circle class=\"d%d\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.5\"/>%n", number % 2, x, y));
    }
    out.append(format("<path class=\"line s%d\" d=\"%s\"/>%n", number % 2, path));
    Point last = line.points().get(line.points().size() - 1);
    text(
        out,
        "d" + number % 2,
        right.at(last.x()) + 8,
        up.at(last.y()) + (number == 0 ? -4 : 14),
        line.name());
  }

  /** Bars, each with its name before and its value behind it. */
  public String bars(List<Bar> bars) {
    int height = TOP + bars.size() * BAR + BOTTOM;
    Axis right = Axis.over(bars.stream().mapToDouble(Bar::value), NAMES, WIDTH - 80);
    StringBuilder out = head(height);
    for (int power = right.low(); power <= right.high(); power++) {
      double at = right.at(Math.pow(10, power));
      rule(out, at, TOP - 8, at, height - BOTTOM);
      text(out, "mid", at, height - BOTTOM + 18, power(power));
    }
    text(out, "end", WIDTH - 80, height - 12, y);
    for (int i = 0; i < bars.size(); i++) {
      double top = TOP + i * BAR;
      double end = right.at(bars.get(i).value());
      text(out, "end", NAMES - 8, top + 14, bars.get(i).name());
      out.append(
          format(
              "<rect class=\"d0\" x=\"%d\" y=\"%.1f\" width=\"%.1f\" height=\"%d\"/>%n",
              NAMES, top, end - NAMES, BAR - 8));
      text(out, "", end + 6, top + 14, Page.figures(bars.get(i).value()));
    }
    return out.append("</svg>\n").toString();
  }

  private StringBuilder head(int height) {
    StringBuilder out = new StringBuilder();
    out.append(
        format(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\">%n"
                + "<title>%s</title>%n",
            WIDTH, height, title));
    out.append(STYLE);
    text(out, "title", 8, 20, title);
    return out;
  }

  private static void text(StringBuilder out, String kind, double x, double y, String text) {
    out.append(format("<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n", kind, x, y, text));
  }

  private static void rule(StringBuilder out, double x1, double y1, double x2, double y2) {
    out.append(
        format(
            "<line class=\"grid\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
            x1, y1, x2, y2));
  }

  private static String power(int power) {
    return power < 0
        ? String.valueOf(Math.pow(10, power))
        : format("%,d", (long) Math.pow(10, power));
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
