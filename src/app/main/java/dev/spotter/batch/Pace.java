package dev.spotter.batch;

/**
 * How far a run is.
 *
 * @param records done, over all runs that led here
 * @param rejected of these
 * @param read stored bytes read by this run
 * @param all stored bytes of all inputs; negative where one is standard input
 */
public record Pace(long records, long rejected, long read, long all) {}
