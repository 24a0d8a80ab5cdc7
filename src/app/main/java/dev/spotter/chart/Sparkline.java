package dev.spotter.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Numbers as a row of bars, from the least of them to the greatest; a gap where one is missing. */
final class Sparkline {
  /** More would not fit a line. */
  static final int MOST = 60;

  private static final String BARS = "▁▂▃▄▅▆▇█";

  private Sparkline() {}

  /** The last sixty of them. */
  static String of(List<? extends @Nullable Double> numbers) {
    List<? extends @Nullable Double> last =
        numbers.subList(Math.max(0, numbers.size() - MOST), numbers.size());
    double least = Double.MAX_VALUE;
    double most = -Double.MAX_VALUE;
    for (Double number : last) {
      least = number == null ? least : Math.min(least, number);
      most = number == null ? most : Math.max(most, number);
    }
    StringBuilder line = new StringBuilder();
    for (Double number : last) {
      line.append(number == null ? ' ' : bar(number, least, most));
    }
    return line.toString();
  }

  private static char bar(double number, double least, double most) {
    double share = most > least ? (number - least) / (most - least) : 0.5;
    return BARS.charAt((int) Math.min(BARS.length() - 1, Math.floor(share * BARS.length())));
  }
}
