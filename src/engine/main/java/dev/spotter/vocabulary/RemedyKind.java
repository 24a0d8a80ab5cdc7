package dev.spotter.vocabulary;

/**
 * One thing that can be advised.
 *
 * @param id as rules write it
 * @param title as people read it
 * @param kind {@code self-treatment}, {@code training}, {@code safety} or {@code referral}
 */
public record RemedyKind(String id, String title, String kind) {}
