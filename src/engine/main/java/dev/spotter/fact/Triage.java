package dev.spotter.fact;

import java.util.Set;

/**
 * How urgent this client is.
 *
 * @param level the word of a {@link Level}
 * @param flags the flags that fired, of any level
 */
public record Triage(String level, Set<String> flags) {}
