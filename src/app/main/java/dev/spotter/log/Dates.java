package dev.spotter.log;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as one file writes them: year first, day first, or with the month's name in any of the
 * languages of {@code words.yaml}.
 *
 * @param monthFirst whether 3/4/2026 is the fourth of March
 * @param datesOnly whether every time is midnight, so that the file has dates only
 * @param zone to which times with an offset are brought
 */
record Dates(boolean monthFirst, boolean datesOnly, ZoneId zone) {
  private static final String TIME =
      "(?:(?:,?\\s+|T)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d+)?)?\\s*([AaPp])?\\.?(?:[Mm]\\.?)?)?\\s*(Z|[+-]\\d{2}:?\\d{2})?";
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/.年년]\\s?(\\d{1,2})[-/.月월]\\s?(\\d{1,2})[日일]?" + TIME);
  private static final Pattern YEAR_LAST =
      Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})" + TIME);
  private static final Pattern DAY_AND_NAME =
      Pattern.compile("(\\d{1,2})\\.?\\s+(?:de\\s+)?(\\p{L}+)\\.?,?\\s+(?:de\\s+)?(\\d{4})" + TIME);
  private static final Pattern NAME_AND_DAY =
      Pattern.compile("(\\p{L}+)\\.?\\s+(\\d{1,2}),?\\s+(\\d{4})" + TIME);

  /** A day, and the local time of that day where it is known. */
  record When(LocalDate date, @Nullable LocalDateTime start) {}

  /** The two first numbers of a date with slashes, whose order a file alone can tell; or null. */
  static int @Nullable [] slashed(String text) {
    Matcher date = YEAR_LAST.matcher(text);
    return date.matches() && date.group(2).equals("/")
        ? new int[] {Integer.parseInt(date.group(1)), Integer.parseInt(date.group(3))}
        : null;
  }

  /** The date of a cell; null if it is none. */
  @Nullable When of(String text) {
    try {
      Matcher date = YEAR_FIRST.matcher(text);
      if (date.matches()) {
        return when(number(date, 1), number(date, 2), number(date, 3), date, 4);
      }
      date = YEAR_LAST.matcher(text);
      if (date.matches()) {
        boolean swapped = monthFirst && date.group(2).equals("/");
        return when(
            number(date, 4), number(date, swapped ? 1 : 3), number(date, swapped ? 3 : 1), date, 5);
      }
      return named(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private @Nullable When named(String text) {
    Matcher date = DAY_AND_NAME.matcher(text);
    boolean dayFirst = date.matches();
    if (!dayFirst) {
      date = NAME_AND_DAY.matcher(text);
      if (!date.matches()) {
        return null;
      }
    }
    Month month = Words.month(date.group(dayFirst ? 2 : 1));
    return month == null
        ? null
        : when(number(date, 3), month.getValue(), number(date, dayFirst ? 1 : 2), date, 4);
  }

  private static int number(Matcher date, int group) {
    return Integer.parseInt(date.group(group));
  }

  private @Nullable When when(int year, int month, int day, Matcher date, int time) {
    LocalDate on = LocalDate.of(year, month, day);
    if (year < 1950 || year > 2199) {
      return null;
    }
    if (date.group(time) == null || datesOnly) {
      return new When(on, null);
    }
    LocalDateTime at = on.atTime(time(date, time));
    String offset = date.group(time + 4);
    if (offset != null) {
      at = at.atZone(ZoneOffset.of(offset)).withZoneSameInstant(zone).toLocalDateTime();
    }
    return new When(at.toLocalDate(), at);
  }

  private static LocalTime time(Matcher date, int from) {
    int hour = number(date, from);
    String half = date.group(from + 3);
    if (half != null) {
      hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }
    String seconds = date.group(from + 2);
    return LocalTime.of(
        hour, number(date, from + 1), seconds == null ? 0 : Integer.parseInt(seconds));
  }
}
