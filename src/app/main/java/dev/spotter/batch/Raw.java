package dev.spotter.batch;

/**
 * A client's record as it came, before anybody has read it.
 *
 * @param source the number of its source, from 0
 * @param line the line on which it begins, from 1
 * @param offset its first byte in the unpacked source, from 0
 * @param number its place among the records of its source, from 1
 * @param bytes all of it; of one that is too long only the beginning
 * @param length how many bytes it has
 * @param cut what its splitter saw
 */
record Raw(int source, long line, long offset, long number, byte[] bytes, long length, Cut cut) {

  /** How a record was cut off. */
  enum Cut {
    /** From its first byte to its last. */
    WHOLE,
    /** Beyond {@link Gathered#MOST} bytes, and not kept. */
    TOO_LONG,
    /** No record: the source ends within a list, so others may be missing. */
    UNFINISHED_LIST
  }
}
