package dev.spotter.explain;

import java.util.List;

/**
 * How a condition of a rule stands for one client, as Drools says.
 *
 * @param written the condition as the rule says it
 * @param way how its parts make it hold
 * @param holds whether it holds
 * @param read what it read
 * @param parts the alternatives or the tests inside
 */
public record Stand(
    String written, Part.Way way, boolean holds, List<Answered> read, List<Stand> parts) {}
