package dev.spotter.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One rule, as its descriptors say.
 *
 * @param name unique in the rule set
 * @param file the file it stands in
 * @param line where it begins
 * @param order its place among all rules: by file name, then line
 * @param layer findings or advice
 * @param sources keys of sources.yaml
 * @param patterns what it reads
 * @param actions what it inserts
 */
public record Rule(
    String name,
    String file,
    int line,
    int order,
    Layer layer,
    List<String> sources,
    List<Pattern> patterns,
    List<Action> actions) {

  /** When a rule has its turn, told by what it reads. */
  public enum Layer {
    FINDING,
    ADVICE
  }

  /** The fields it reads as {@code Type.field}, in order. */
  public Set<String> reads() {
    Set<String> fields = new LinkedHashSet<>();
    for (Pattern pattern : patterns) {
      pattern.tests().forEach(t -> fields.add(pattern.type() + "." + t.field()));
    }
    return fields;
  }

  /** By name, which is unique: rules are keys of many small maps. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
