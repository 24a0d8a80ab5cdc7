package dev.spotter.log;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as one file writes them: with a point or with a comma, never both, and nothing else
 * ({@code 1e3}, {@code 1,000.0} and {@code 0x1F} are no loads).
 *
 * @param comma whether its decimal mark is a comma
 */
record Numerals(boolean comma) {
  private static final Pattern POINTED = Pattern.compile("[+-]?\\d{1,6}(\\.\\d{1,20})?");
  private static final Pattern WITH_COMMA = Pattern.compile("[+-]?\\d{1,6}(,\\d{1,20})?");

  /** True if a text has a decimal comma and could be a number. */
  static boolean decimalComma(String text) {
    return text.indexOf(',') >= 0 && WITH_COMMA.matcher(text).matches();
  }

  /** True if a text has a decimal point and could be a number. */
  static boolean decimalPoint(String text) {
    return text.indexOf('.') >= 0 && POINTED.matcher(text).matches();
  }

  /** The number, or null if the text is none. */
  @Nullable Double of(String text) {
    if (comma && WITH_COMMA.matcher(text).matches()) {
      return Double.valueOf(text.replace(',', '.'));
    }
    return !comma && POINTED.matcher(text).matches() ? Double.valueOf(text) : null;
  }

  /** True if the text is empty or a number. */
  boolean fits(String text) {
    return text.isEmpty() || of(text) != null;
  }
}
