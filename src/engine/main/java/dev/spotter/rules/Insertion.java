package dev.spotter.rules;

/**
 * A fact that a rule inserted.
 *
 * @param rule the rule
 * @param fact what it inserted
 */
public record Insertion(Rule rule, Object fact) {}
