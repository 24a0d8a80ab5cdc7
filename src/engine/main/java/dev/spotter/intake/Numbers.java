package dev.spotter.intake;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers as people write them: a point or a comma, nothing else. */
final class Numbers {
  private static final Pattern PLAIN = Pattern.compile("-?(0|[1-9]\\d{0,8})([.,]\\d{1,17})?");

  private Numbers() {}

  /**
   * The number, or null if the text is none, or is one of those that nobody means (1e999, 0x1F).
   */
  static @Nullable BigDecimal of(String text) {
    return PLAIN.matcher(text).matches() ? new BigDecimal(text.replace(',', '.')) : null;
  }
}
