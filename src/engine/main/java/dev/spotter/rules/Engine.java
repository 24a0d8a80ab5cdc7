package dev.spotter.rules;

import org.jspecify.annotations.Nullable;

/** Where the facts and working memories of a rule set come from. Safe for many threads. */
interface Engine {

  /**
   * A section as the fact that rules match.
   *
   * @param values one for each question, in order: String, Integer, Double, Set or null
   */
  Object fact(String type, @Nullable Object[] values);

  /** True if some rule names this fact. */
  boolean reads(String type);

  /** A working memory that was never used before, and never will be again. */
  WorkingMemory memory();
}
