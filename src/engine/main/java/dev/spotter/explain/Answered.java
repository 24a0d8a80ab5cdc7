package dev.spotter.explain;

import org.jspecify.annotations.Nullable;

/**
 * Something that a rule read, and what it met.
 *
 * @param id the question's id, {@code history.} and a measure, or what the engine had weighed
 * @param ask the question as it is asked, or what this is
 * @param value as rules see it; null for what is not known
 * @param said the same in words
 */
public record Answered(String id, String ask, @Nullable Object value, String said) {}
