package dev.spotter.report;

/**
 * Who reads a text. The sentences are the same for all; what stands beside them differs. JSON
 * always holds everything.
 */
public enum Audience {
  /** The lifter: no points, no question ids, no source keys; unlikely causes by name only. */
  CLIENT,
  /** The coach: points, the answers read by their ids, the keys of sources. */
  COACH,
  /** The clinician: also flags, groups, what each finding counts, rules, and sources in full. */
  CLINICIAN
}
