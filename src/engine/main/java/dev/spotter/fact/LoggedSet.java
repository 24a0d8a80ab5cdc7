package dev.spotter.fact;

import org.jspecify.annotations.Nullable;

/**
 * One set of the log; in a session only if a rule names it.
 *
 * @param session the number of its {@link LoggedSession}
 * @param exercise the canonical lift, or the name as logged where it is not known
 * @param loadKg kilograms, or null
 * @param reps completed, or null
 * @param rpe 1 to 10, or null
 * @param kind {@code warmup}, {@code work}, {@code drop}, {@code failure}, or null
 */
public record LoggedSet(
    int session,
    String exercise,
    @Nullable Double loadKg,
    @Nullable Integer reps,
    @Nullable Double rpe,
    @Nullable String kind) {}
