package dev.spotter.rules;

import java.util.List;
import java.util.Set;

/**
 * A part of a file that cannot be read, so that the rest is read without it.
 *
 * @param from where it begins
 * @param to where it ends
 * @param doubts what cannot be known without it: {@code Soreness.worst}, {@code Soreness}; empty
 *     for a rule
 * @param faults what is wrong in it, at least one
 */
record Hole(int from, int to, Set<String> doubts, List<Refusal> faults) {

  /** The text with this part blank: every other character keeps its place. */
  static String blank(String text, Iterable<Hole> holes) {
    StringBuilder blank = new StringBuilder(text);
    for (Hole hole : holes) {
      for (int at = hole.from; at < Math.min(hole.to, blank.length()); at++) {
        if (blank.charAt(at) != '\n') {
          blank.setCharAt(at, ' ');
        }
      }
    }
    return blank.toString();
  }
}
