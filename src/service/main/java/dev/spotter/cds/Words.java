package dev.spotter.cds;

import dev.spotter.fact.Level;

/** The words of cards, and what a card and a task say of a level. */
final class Words {
  static final String UNUSABLE = "The answers about the sore back could not be used";
  static final String FAILED = "Have this client called today: the answers could not be assessed";

  static final String UNKEPT =
      "The record could not be reached, so this card may be missing in it. It is shown because it is"
          + " urgent; note it down.";
  static final String CRITICAL = "critical";

  /** A summary has fewer characters than 140. */
  private static final int LONGEST = 139;

  private Words() {}

  static String headline(Level level) {
    return switch (level) {
      case EMERGENCY -> "Emergency: medical help now";
      case URGENT -> "Urgent: to be seen by a clinician today";
      case SOON -> "Soon: to be looked at within days";
      case UNDETERMINED -> "Not determined: safety questions are open; until then as soon";
      case SELF_CARE -> "Self-care: no sign of anything dangerous in the answers given";
    };
  }

  static String indicator(Level level) {
    return switch (level) {
      case EMERGENCY, URGENT -> CRITICAL;
      case SOON, UNDETERMINED -> "warning";
      case SELF_CARE -> "info";
    };
  }

  /** The request priority of FHIR. */
  static String priority(Level level) {
    return switch (level) {
      case EMERGENCY -> "stat";
      case URGENT -> "asap";
      case SOON, UNDETERMINED -> "urgent";
      case SELF_CARE -> "routine";
    };
  }

  /** No longer than a summary may be, on one line. */
  static String summary(String text) {
    String line = text.replaceAll("\\p{C}+|\\s+", " ").strip();
    if (line.length() <= LONGEST) {
      return line;
    }
    int end = LONGEST - 1;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
  }
}
