package dev.spotter.batch;

import java.util.Map;

/**
 * What was made of some records.
 *
 * @param parts bytes for each file of results, by its name
 * @param tally the same in numbers
 * @param end where the input goes on behind them
 */
record Done(Map<String, byte[]> parts, Tally tally, Position end) {}
