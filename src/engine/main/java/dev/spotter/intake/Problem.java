package dev.spotter.intake;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with an input, and where.
 *
 * @param source the file, or {@code -} for standard input
 * @param path the field ({@code soreness.worst}), empty for the document as a whole
 * @param line from 1; 0 where unknown
 * @param column from 1, in characters; 0 where unknown
 * @param code stable and short, for programs ({@code out-of-range})
 * @param message what is wrong and what is allowed; never the private value
 * @param value the value as given, shortened, for the user's own screen only (never for a log); or
 *     null
 * @param help what to do about it, or null
 */
public record Problem(
    String source,
    String path,
    int line,
    int column,
    String code,
    String message,
    @Nullable String value,
    @Nullable String help) {}
