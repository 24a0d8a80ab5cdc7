package dev.spotter.batch;

import java.util.List;

/**
 * Some records that are worked on together.
 *
 * @param records in the order of the input
 * @param end where the input goes on behind them
 */
record Chunk(List<Raw> records, Position end) {}
