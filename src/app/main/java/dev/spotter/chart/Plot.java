package dev.spotter.chart;

import dev.spotter.history.Timeline.Moment;
import java.time.LocalDate;
import java.util.List;
import java.util.function.DoubleFunction;

/** The frame of a chart: days from left to right, a quantity upwards. */
final class Plot {
  private static final int STEPS = 5;

  private final Size size;
  private final TimeAxis days;
  private final Scale heights;

  /**
   * @param moments the sessions shown, oldest first, at least one
   * @param least the least quantity, in the unit shown
   * @param most the greatest
   */
  Plot(Size size, List<Moment> moments, double least, double most) {
    this.size = size;
    LocalDate first = moments.get(0).date();
    LocalDate last = moments.get(moments.size() - 1).date().plusDays(1);
    double margin = size == Size.WIDE ? 16 : 10;
    this.days = new TimeAxis(first, last, Size.LEFT + margin, size.width() - Size.RIGHT - margin);
    this.heights = Scale.round(least, most, STEPS, size.height() - Size.BOTTOM, Size.TOP);
  }

  /** Draws the axes, with a line at every round quantity and the unit above. */
  void frame(Svg svg, String unit, DoubleFunction<String> label) {
    svg.text("left", Size.LEFT - 7, Size.TOP - 12, unit);
    double right = size.width() - Size.RIGHT;
    for (double tick : heights.ticks(STEPS)) {
      double y = heights.at(tick);
      svg.line("grid", Size.LEFT, y, right, y);
      svg.text("left", Size.LEFT - 7, y + 4, label.apply(tick));
    }
    for (TimeAxis.Tick tick : days.ticks(size.dates())) {
      double x = days.at(tick.date(), 0);
      svg.line("grid", x, floor(), x, floor() + 5);
      svg.text("below", x, floor() + 19, tick.label());
    }
  }

  double x(Moment moment) {
    return days.at(moment.date(), moment.start() == null ? 12 : moment.start().getHour());
  }

  double y(double quantity) {
    return heights.at(quantity);
  }

  Svg.Point at(Moment moment, double quantity) {
    return new Svg.Point(x(moment), y(quantity));
  }

  /** Where the axis of days stands. */
  double floor() {
    return size.height() - Size.BOTTOM;
  }

  /** How wide a bar may be so that most do not touch. */
  double bar(List<Moment> moments) {
    double narrowest = Double.MAX_VALUE;
    for (int i = 1; i < moments.size(); i++) {
      double gap = x(moments.get(i)) - x(moments.get(i - 1));
      narrowest = gap > 0.5 * days.day() ? Math.min(narrowest, gap) : narrowest;
    }
    return Math.max(1.5, Math.min(16, 0.7 * narrowest));
  }

  /** Marks the session in question with a line and words. */
  void mark(Svg svg, Moment moment) {
    double x = x(moment);
    svg.line("asked", x, Size.TOP - 6, x, floor());
    boolean right = x > size.width() / 2;
    svg.text(right ? "asked end" : "asked", right ? x + 4 : x - 4, Size.TOP - 12, "in question");
  }
}
