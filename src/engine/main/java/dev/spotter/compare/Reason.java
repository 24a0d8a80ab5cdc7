package dev.spotter.compare;

/**
 * What is responsible for a difference.
 *
 * @param edit its place among the edits; -1 if it is none of them
 * @param rule where it is no edit: a rule that fires for the client under one state only though it
 *     is what it was; empty if nothing is known
 */
public record Reason(int edit, String rule) {
  /** Nothing is known. */
  static final Reason UNKNOWN = new Reason(-1, "");

  static Reason of(int edit) {
    return new Reason(edit, "");
  }

  static Reason of(String rule) {
    return new Reason(-1, rule);
  }
}
