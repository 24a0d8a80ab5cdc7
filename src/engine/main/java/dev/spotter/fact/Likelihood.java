package dev.spotter.fact;

import org.jspecify.annotations.Nullable;

/**
 * How likely one cause is for this client; there is one for every cause.
 *
 * @param cause the cause's id
 * @param level {@code likely}, {@code possible} or {@code unlikely}
 * @param points the sum, in hundredths of log-odds
 * @param rank its place in the differential, 1 for the first
 * @param subtype the kind of it that most speaks for, or null
 */
public record Likelihood(
    String cause, String level, int points, int rank, @Nullable String subtype) {}
