package dev.spotter.batch;

import org.jspecify.annotations.Nullable;

/** Cuts one source into records, each as it came. Holds one at a time. For one thread. */
interface Splitter {

  /**
   * The next record, or null at the end.
   *
   * @throws BatchException if the source cannot be read on
   */
  @Nullable Raw next();

  /** Where the next record will be looked for. */
  Position position();
}
