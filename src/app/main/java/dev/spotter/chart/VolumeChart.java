package dev.spotter.chart;

import dev.spotter.history.Timeline.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Hinge volume session by session, against the mean session of the 28 days before each. */
final class VolumeChart {
  static final String TITLE = "Hinge volume of each session, against the 28 days before";

  private VolumeChart() {}

  static String of(Course course, Size size) {
    Unit unit = course.unit();
    List<Moment> moments = course.hinges();
    double most = moments.stream().mapToDouble(m -> unit.of(m.volumeKg())).max().orElse(1);
    Svg svg =
        new Svg(
            size,
            "volume-" + size.word(),
            TITLE,
            moments.size()
                + " sessions of the deadlift family, the largest "
                + String.format(Locale.ROOT, "%,d", Math.round(most))
                + " "
                + unit.label()
                + ". The table below has every number.");
    Plot plot = new Plot(size, moments, 0, most);
    plot.frame(svg, unit.label(), tick -> String.format(Locale.ROOT, "%,d", Math.round(tick)));
    double width = plot.bar(moments);
    Moment asked = course.inQuestion();
    for (Moment moment : moments) {
      bar(svg, plot, unit, moment, width, course.asks(moment));
    }
    List<Svg.@Nullable Point> means = new ArrayList<>();
    for (Moment moment : moments) {
      Double mean = moment.meanVolumeKg();
      means.add(mean == null ? null : plot.at(moment, unit.of(mean)));
    }
    svg.path("mean", means);
    if (asked != null) {
      plot.mark(svg, asked);
    }
    return svg.finish();
  }

  private static void bar(
      Svg svg, Plot plot, Unit unit, Moment moment, double width, boolean asked) {
    double top = plot.y(unit.of(moment.volumeKg()));
    double x = plot.x(moment);
    svg.bar(
        asked ? "volume asked" : "volume",
        x - width / 2,
        top,
        width,
        plot.floor() - top,
        tells(moment, unit));
    if (moment.measures() != null && "yes".equals(moment.measures().volumeJump())) {
      svg.triangle("jump", new Svg.Point(x, top - 4));
    }
  }

  private static String tells(Moment moment, Unit unit) {
    Double ratio = moment.measures() == null ? null : moment.measures().volumeVs28dMean();
    return moment.date()
        + ": "
        + unit.volume(moment.volumeKg())
        + " "
        + unit.label()
        + (ratio == null ? "" : ", " + ratio + " times the mean of the 28 days before");
  }
}
