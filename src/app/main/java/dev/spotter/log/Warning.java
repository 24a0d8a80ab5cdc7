package dev.spotter.log;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was odd in a file.
 *
 * @param line from 1, where the row begins
 * @param value what stands there, shortened, for the user's own screen only (never for a log); or
 *     null
 */
public record Warning(Reason reason, int line, @Nullable String value) {}
