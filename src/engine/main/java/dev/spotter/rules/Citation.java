package dev.spotter.rules;

import org.jspecify.annotations.Nullable;

/**
 * Where a rule's knowledge comes from.
 *
 * @param key as rules cite it
 * @param citation for people
 * @param doi or null
 * @param status {@code verified}, {@code second-hand}, {@code stated}, {@code unverified} or {@code
 *     house}
 */
public record Citation(String key, String citation, @Nullable String doi, String status) {}
