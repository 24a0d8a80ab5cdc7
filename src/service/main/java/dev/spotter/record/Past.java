package dev.spotter.record;

import org.jspecify.annotations.Nullable;

/**
 * An earlier decision on a client.
 *
 * @param level of urgency, or null where answers are not kept
 * @param verdict the leading cause, or null where answers are not kept
 */
public record Past(
    String id, String at, String ruleSet, @Nullable String level, @Nullable String verdict) {}
