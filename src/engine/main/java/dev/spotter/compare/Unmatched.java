package dev.spotter.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What two lists do not share, each in its own order.
 *
 * @param before of the one
 * @param after of the other
 */
record Unmatched<T>(List<T> before, List<T> after) {

  /** Leaves out pairs of the same key. */
  static <T> Unmatched<T> of(List<T> before, List<T> after, Function<T, String> key) {
    List<T> fresh = new ArrayList<>(after);
    List<T> old = new ArrayList<>();
    for (T one : before) {
      T same = take(fresh, other -> key.apply(other).equals(key.apply(one)));
      if (same == null) {
        old.add(one);
      }
    }
    return new Unmatched<>(old, fresh);
  }

  /** Takes a partner for one that is no more; null if there is none. */
  @Nullable T partner(T one, BiPredicate<T, T> alike) {
    return take(after, other -> alike.test(one, other));
  }

  private static <T> @Nullable T take(List<T> from, java.util.function.Predicate<T> test) {
    for (int i = 0; i < from.size(); i++) {
      if (test.test(from.get(i))) {
        return from.remove(i);
      }
    }
    return null;
  }
}
