package dev.spotter.rules;

import dev.spotter.fact.Evidence.Strength;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the words weigh, as the rules declare it. Points are hundredths of log-odds.
 *
 * @param points by strength word
 * @param likely from how many points a cause is likely
 * @param possible from how many it is possible
 * @param lead by how many points the first cause must lead to be the verdict
 * @param informative how many answers must count for a verdict
 * @param observer the question that says who saw the technique, or null
 * @param percent by answer to it, what observed evidence is scaled to
 */
public record Scale(
    Map<Strength, Integer> points,
    int likely,
    int possible,
    int lead,
    int informative,
    @Nullable String observer,
    Map<String, Integer> percent) {

  public Scale {
    points = Map.copyOf(points);
    percent = Map.copyOf(percent);
  }

  /** The word for a sum. */
  public String word(int sum) {
    return sum >= likely ? "likely" : sum >= possible ? "possible" : "unlikely";
  }
}
