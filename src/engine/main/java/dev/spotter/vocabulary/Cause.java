package dev.spotter.vocabulary;

import java.util.Set;

/**
 * One thing that may be behind the soreness.
 *
 * @param id as rules write it
 * @param title as people read it
 * @param start its points before any evidence, in hundredths of log-odds
 * @param leadsWith the evidence groups of which one must count before it may come first; empty if
 *     none is needed
 * @param likelyWith the evidence groups of which one must count before it may be called likely;
 *     empty if none is needed
 */
public record Cause(
    String id, String title, int start, Set<String> leadsWith, Set<String> likelyWith) {}
