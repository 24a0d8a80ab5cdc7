/**
 * The account of a decision: why something was concluded, and why something was not.
 *
 * <p>In: an {@link dev.spotter.assess.Examined} client and the {@link dev.spotter.rules.RuleSet}
 * that decided. On the way: the conditions of rules become rules of their own, and Drools says
 * which of them this client's facts meet; nothing here judges a condition itself. Out: {@link
 * dev.spotter.explain.Why} and {@link dev.spotter.explain.WhyNot}, plain records. Next: {@code
 * report}, which draws them; {@code cases}, which counts which conditions were ever met.
 */
@NullMarked
package dev.spotter.explain;

import org.jspecify.annotations.NullMarked;
