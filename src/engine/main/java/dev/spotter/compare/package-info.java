/**
 * Two states of the rules beside each other: what was edited, and what that does to clients.
 *
 * <p>In: two {@link dev.spotter.rules.RuleSet rule sets} and their invariants, then clients as both
 * read them. On the way: {@link dev.spotter.compare.RulesChange} compares what the loader checked,
 * never text; {@link dev.spotter.compare.ClientComparison} lets both decide and names the edit
 * responsible. Out: {@link dev.spotter.compare.Totals} that add up, and the {@link
 * dev.spotter.compare.Bump version} that the edit deserves. Next: {@code app}, which reads archives
 * and writes reports. Knows no cause, question or remedy.
 */
@NullMarked
package dev.spotter.compare;

import org.jspecify.annotations.NullMarked;
