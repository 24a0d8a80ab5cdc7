package dev.spotter.log;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lengths of time as apps write them: {@code 2h 18m}, {@code 31min}, {@code 20s}, {@code 1:05:00}.
 */
final class Lengths {
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:(\\d{1,6})\\s*h\\p{L}*)?\\s*(?:(\\d{1,6})\\s*m\\p{L}*)?\\s*(?:(\\d{1,6})\\s*s\\p{L}*)?");
  private static final Pattern CLOCK = Pattern.compile("(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{2})");

  private Lengths() {}

  /** Seconds; null if the text is no length. A bare number is none, for it may be anything. */
  static @Nullable Integer seconds(String text) {
    Matcher words = WORDS.matcher(text.toLowerCase(java.util.Locale.ROOT));
    if (!text.isBlank() && words.matches()) {
      return sum(words);
    }
    Matcher clock = CLOCK.matcher(text);
    return clock.matches() ? sum(clock) : null;
  }

  private static @Nullable Integer sum(Matcher parts) {
    long seconds = 3600L * part(parts, 1) + 60L * part(parts, 2) + part(parts, 3);
    return seconds > Integer.MAX_VALUE ? null : (Integer) (int) seconds;
  }

  private static int part(Matcher parts, int group) {
    String part = parts.group(group);
    return part == null ? 0 : Integer.parseInt(part);
  }
}
