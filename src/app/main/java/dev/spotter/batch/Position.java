package dev.spotter.batch;

/**
 * How far the input has been cut into records: where the next one is looked for.
 *
 * @param source the number of the source, from 0
 * @param offset bytes of the unpacked source before it
 * @param line its line, from 1
 * @param number records of the source before it
 * @param state what the splitter must know beside, such as whether it is within a list
 */
record Position(int source, long offset, long line, long number, int state) {
  static final Position START = of(0);

  /** The beginning of a source. */
  static Position of(int source) {
    return new Position(source, 0, 1, 0, 0);
  }
}
