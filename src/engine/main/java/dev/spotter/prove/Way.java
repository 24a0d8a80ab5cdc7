package dev.spotter.prove;

import dev.spotter.fact.Level;
import dev.spotter.vocabulary.Vocabulary;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One way in which an invariant applies.
 *
 * @param levels that it is about; empty for any
 * @param places of the questions it names
 * @param wanted what the answer to each of them must be
 */
record Way(Set<Level> levels, int[] places, List<Wanted> wanted) {

  /** All ways of an invariant; none if it applies always. */
  static List<Way> of(Invariant invariant, Vocabulary vocabulary) {
    return invariant.anyOf().stream()
        .map(
            when ->
                new Way(
                    when.levels().isEmpty() ? Set.of() : EnumSet.copyOf(when.levels()),
                    when.answers().keySet().stream().mapToInt(vocabulary::place).toArray(),
                    List.copyOf(when.answers().values())))
        .toList();
  }

  /**
   * True if it is a way in which the invariant is about this client.
   *
   * @param values what was answered, by the question's place
   */
  boolean holds(@Nullable Object[] values, Level level) {
    if (!levels.isEmpty() && !levels.contains(level)) {
      return false;
    }
    for (int i = 0; i < places.length; i++) {
      if (!wanted.get(i).holds(values[places[i]])) {
        return false;
      }
    }
    return true;
  }
}
