package dev.spotter.book;

import dev.spotter.fact.Evidence.Strength;
import dev.spotter.fact.Level;
import java.util.Locale;

/** What the words of urgency and strength mean. */
final class Levels {
  private Levels() {}

  static String meaning(Level level) {
    return switch (level) {
      case EMERGENCY -> "get medical help now";
      case URGENT -> "be seen by a clinician today";
      case SOON -> "have it looked at within days";
      case UNDETERMINED -> "not enough is known to say self-care; treated as soon";
      case SELF_CARE -> "no sign of anything dangerous in the answers given";
    };
  }

  static String word(Strength strength) {
    return strength.name().toLowerCase(Locale.ROOT);
  }
}
