package dev.spotter.explain;

import java.util.List;

/**
 * A rule that did not fire.
 *
 * @param rule its name
 * @param file the file it stands in
 * @param line where it begins
 * @param does what it would have done, in a few words
 * @param conditions all its conditions, in its order
 */
public record Silent(String rule, String file, int line, String does, List<Stand> conditions) {

  /**
   * The conditions that kept it from firing, in its order: without them it fires, without all but
   * one it does not. Empty only for a rule with code in it, of which not all can be told.
   */
  public List<Stand> failed() {
    return conditions.stream().filter(c -> !c.holds()).toList();
  }
}
