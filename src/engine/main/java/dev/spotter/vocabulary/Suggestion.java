package dev.spotter.vocabulary;

import java.util.Collection;
import java.util.Comparator;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** "Did you mean": the nearest of the names that there are, or all of them where none is near. */
public final class Suggestion {
  private Suggestion() {}

  /** A sentence for {@code help:}; never empty. */
  public static String among(String word, Collection<String> names) {
    String near = near(word, names);
    if (near != null) {
      return "did you mean " + near + "?";
    }
    return names.size() > 40
        ? "there is nothing near that name"
        : "there are " + String.join(", ", new TreeSet<>(names));
  }

  /** The name that was perhaps meant, or null where none is near. */
  public static @Nullable String near(String word, Collection<String> names) {
    return names.stream()
        .filter(n -> distance(word, n) <= Math.max(1, word.length() / 3))
        .min(Comparator.<String>comparingInt(n -> distance(word, n)).thenComparing(n -> n))
        .orElse(null);
  }

  /** Edits between two words: insert, drop, change, or swap two neighbours; case counts little. */
  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, cost);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(String a, String b, int i, int j, int[][] cost) {
    boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
    int best = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
    best = Math.min(best, cost[i - 1][j - 1] + (same ? 0 : 1));
    if (i > 1
        && j > 1
        && a.charAt(i - 1) == b.charAt(j - 2)
        && a.charAt(i - 2) == b.charAt(j - 1)) {
      best = Math.min(best, cost[i - 2][j - 2] + 1);
    }
    return best;
  }
}
