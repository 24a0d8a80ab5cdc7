package dev.spotter.intake;

import dev.spotter.vocabulary.Question;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was answered to one question.
 *
 * @param value a choice's id ({@code String}), a {@code Set<String>} of ids (empty for none of
 *     them), an {@code Integer} or a {@code Double} in the question's unit; or the string {@code
 *     unknown}, for a question of any kind
 * @param by who answered, or null where not said
 */
public record Answer(Object value, @Nullable String by) {

  public Answer {
    if (value instanceof Set<?> set) {
      value = Set.copyOf(set);
    }
  }

  /** An answer of which is not said who gave it; held against no question. */
  public static Answer of(Object value) {
    return new Answer(value, null);
  }

  /** False if asked and not known. */
  public boolean known() {
    return !Question.UNKNOWN.equals(value);
  }
}
