package dev.spotter.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers to places along an axis.
 *
 * @param least the number at the start
 * @param most the number at the end
 */
record Scale(double least, double most, double start, double end) {
  private static final double[] STEPS = {1, 2, 2.5, 5, 10};

  double at(double number) {
    double share = most > least ? (number - least) / (most - least) : 0.5;
    return start + share * (end - start);
  }

  /** A scale that begins and ends at a round number, around these two. */
  static Scale round(double least, double most, int steps, double start, double end) {
    double step = step(most > least ? most - least : Math.max(1, most), steps);
    return new Scale(Math.floor(least / step) * step, Math.ceil(most / step) * step, start, end);
  }

  /** About so many round numbers along it. */
  List<Double> ticks(int steps) {
    double step = step(most - least, steps);
    List<Double> ticks = new ArrayList<>();
    for (double tick = Math.ceil(least / step) * step; tick <= most + step / 1e6; tick += step) {
      ticks.add(Math.round(tick * 1e6) / 1e6);
    }
    return ticks;
  }

  private static double step(double range, int steps) {
    double raw = Math.max(range, 1e-6) / steps;
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    for (double step : STEPS) {
      if (raw <= step * power * 1.0001) {
        return step * power;
      }
    }
    return 10 * power;
  }
}
