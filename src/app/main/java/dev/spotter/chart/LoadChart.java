package dev.spotter.chart;

import dev.spotter.history.Timeline.Done;
import dev.spotter.history.Timeline.Moment;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Top load and estimated maximum of one lift, over time. */
final class LoadChart {
  /** With more sessions than this the dots are small. */
  private static final int CROWD = 70;

  private LoadChart() {}

  static String title(Course course) {
    return "Load and estimated maximum: " + course.lift();
  }

  static String of(Course course, Size size) {
    Unit unit = course.unit();
    Map<Moment, Done> followed = course.followed();
    List<Moment> moments = List.copyOf(followed.keySet());
    DoubleSummaryStatistics range = new DoubleSummaryStatistics();
    followed.values().forEach(done -> range(done, unit, range));
    Svg svg =
        new Svg(
            size,
            "load-" + size.word(),
            title(course),
            moments.size()
                + " sessions; from "
                + Math.round(range.getMin())
                + " to "
                + Math.round(range.getMax())
                + " "
                + unit.label()
                + ". The table below has every number.");
    Plot plot = new Plot(size, moments, range.getMin(), range.getMax());
    plot.frame(svg, unit.label(), Unit::plain);
    Moment asked = course.inQuestion();
    if (asked != null && followed.containsKey(asked)) {
      plot.mark(svg, asked);
    }
    lines(svg, plot, unit, followed);
    double radius = moments.size() > CROWD ? 1.8 : 3.2;
    followed.forEach((moment, done) -> dots(svg, plot, unit, moment, done, radius));
    if (asked != null && followed.containsKey(asked)) {
      double top = unit.of(followed.get(asked).topKg());
      svg.dot("ring", plot.at(asked, top), 7, tells(asked, followed.get(asked), unit));
    }
    return svg.finish();
  }

  private static void range(Done done, Unit unit, DoubleSummaryStatistics range) {
    range.accept(unit.of(done.topKg()));
    if (done.e1rmKg() != null) {
      range.accept(unit.of(done.e1rmKg()));
    }
  }

  private static void lines(Svg svg, Plot plot, Unit unit, Map<Moment, Done> followed) {
    List<Svg.Point> loads = new ArrayList<>();
    List<Svg.@Nullable Point> estimates = new ArrayList<>();
    followed.forEach(
        (moment, done) -> {
          loads.add(plot.at(moment, unit.of(done.topKg())));
          estimates.add(done.e1rmKg() == null ? null : plot.at(moment, unit.of(done.e1rmKg())));
        });
    svg.path("e1rm", estimates).path("load", loads);
  }

  private static void dots(Svg svg, Plot plot, Unit unit, Moment moment, Done done, double radius) {
    String tells = tells(moment, done, unit);
    if (done.e1rmKg() != null) {
      svg.dot("e1rm", plot.at(moment, unit.of(done.e1rmKg())), radius, tells);
    }
    Svg.Point top = plot.at(moment, unit.of(done.topKg()));
    svg.dot("load", top, radius, tells);
    boolean main = done.lift().equals(moment.main());
    if (main && moment.measures() != null && "yes".equals(moment.measures().loadJump())) {
      svg.triangle("jump", new Svg.Point(top.x(), top.y() - 9));
    }
  }

  private static String tells(Moment moment, Done done, Unit unit) {
    return moment.date()
        + ": "
        + unit.load(done.topKg())
        + " "
        + unit.label()
        + (done.topReps() == 0 ? "" : " x " + done.topReps())
        + (done.e1rmKg() == null ? "" : ", e1RM " + unit.load(done.e1rmKg()));
  }
}
