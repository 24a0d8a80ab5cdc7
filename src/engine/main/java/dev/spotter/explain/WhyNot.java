package dev.spotter.explain;

import dev.spotter.fact.Level;
import java.util.List;

/**
 * Why something was not concluded.
 *
 * @param asked what
 * @param title what it is called
 * @param so true if it was concluded after all, and there is nothing to explain
 * @param level how urgent the client is as things stand
 * @param said how it stands, one sentence each
 * @param grounds rules that fired and kept it away: evidence against it, what withheld it, who
 *     asked for a higher level
 * @param silent the rules that could have made it so and did not fire, nearest to firing first
 * @param goals what the changes are for, and what no single answer reaches
 * @param changes single answers that would change it, safest and nearest first; of a goal without
 *     one no single answer would
 */
public record WhyNot(
    Asked asked,
    String title,
    boolean so,
    Level level,
    List<String> said,
    List<Ground> grounds,
    List<Silent> silent,
    List<String> goals,
    List<Change> changes) {}
