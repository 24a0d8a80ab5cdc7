package dev.spotter.fact;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How urgent, least first. {@link #UNDETERMINED} is treated as {@link #SOON}, and stands in place
 * of {@link #SELF_CARE} only: any higher level hides it.
 */
public enum Level {
  /** Nothing dangerous in the answers, and all that this needs was answered. */
  SELF_CARE("self-care"),
  /** An open safety question stands in the way of {@link #SELF_CARE}. */
  UNDETERMINED("undetermined"),
  /** To be looked at within days. */
  SOON("soon"),
  /** To be seen by a clinician today. */
  URGENT("urgent"),
  /** Medical help now. */
  EMERGENCY("emergency");

  private final String word;

  Level(String word) {
    this.word = word;
  }

  /** The word that rules and answers use. */
  public String word() {
    return word;
  }

  /** The level of this word, or null if there is none. */
  public static @Nullable Level of(String word) {
    for (Level level : values()) {
      if (level.word.equals(word)) {
        return level;
      }
    }
    return null;
  }

  /** All words, least first. */
  public static List<String> words() {
    return Stream.of(values()).map(Level::word).toList();
  }

  /** True if nothing for training or self-treatment may be advised. */
  public boolean barsTraining() {
    return compareTo(URGENT) >= 0;
  }
}
