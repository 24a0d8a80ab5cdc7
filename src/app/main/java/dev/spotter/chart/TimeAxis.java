package dev.spotter.chart;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Days to places from left to right, with as many dates as there is room for. */
final class TimeAxis {
  private static final int[] MONTHS = {1, 2, 3, 6, 12, 24, 60, 120, 240};
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM", Locale.ENGLISH);
  private static final DateTimeFormatter YEAR =
      DateTimeFormatter.ofPattern("MMM uuuu", Locale.ENGLISH);

  private final LocalDate first;
  private final LocalDate last;
  private final Scale scale;

  /** A date below the axis. */
  record Tick(LocalDate date, String label) {}

  TimeAxis(LocalDate first, LocalDate last, double start, double end) {
    this.first = first;
    this.last = last;
    this.scale =
        new Scale(first.toEpochDay(), Math.max(last.toEpochDay(), first.toEpochDay()), start, end);
  }

  /**
   * @param hour of the day, so that two sessions of a day do not stand on one another
   */
  double at(LocalDate date, int hour) {
    return scale.at(date.toEpochDay() + hour / 24.0);
  }

  /** The width of a day. */
  double day() {
    return scale.most() > scale.least() ? scale.at(scale.least() + 1) - scale.start() : 0;
  }

  List<Tick> ticks(int most) {
    long months = ChronoUnit.MONTHS.between(first, last);
    return months < 3 ? weeks(most) : months(months, most);
  }

  private List<Tick> weeks(int most) {
    long days = ChronoUnit.DAYS.between(first, last);
    long step = Math.max(1, (days / 7) / most + 1) * 7;
    List<Tick> ticks = new ArrayList<>();
    for (LocalDate date = first; !date.isAfter(last); date = date.plusDays(step)) {
      ticks.add(new Tick(date, DAY.format(date)));
    }
    return ticks;
  }

  private List<Tick> months(long months, int most) {
    int step = MONTHS[MONTHS.length - 1];
    for (int i = MONTHS.length - 1; i >= 0 && months / MONTHS[i] < most; i--) {
      step = MONTHS[i];
    }
    List<Tick> ticks = new ArrayList<>();
    LocalDate date = LocalDate.of(first.getYear(), 1, 1);
    if (step > 12) {
      date = date.minusYears(date.getYear() % (step / 12));
    }
    for (; !date.isAfter(last); date = date.plusMonths(step)) {
      if (!date.isBefore(first)) {
        ticks.add(new Tick(date, step >= 12 ? String.valueOf(date.getYear()) : month(date, ticks)));
      }
    }
    return ticks;
  }

  /** With the year where it is new. */
  private static String month(LocalDate date, List<Tick> before) {
    boolean newYear =
        before.isEmpty() || before.get(before.size() - 1).date().getYear() != date.getYear();
    return (newYear ? YEAR : MONTH).format(date);
  }
}
