package dev.spotter.fact;

import org.jspecify.annotations.Nullable;

/**
 * One session of the log; in a session only if a rule names it.
 *
 * @param number from 0, oldest first
 * @param hoursBefore hours between its start and the time of the report, null for logs with dates
 *     only
 * @param daysBefore days between its date and that of the report
 */
public record LoggedSession(int number, @Nullable Integer hoursBefore, int daysBefore) {}
