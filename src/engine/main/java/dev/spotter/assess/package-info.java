/**
 * The reasoning: one client and one rule set to one {@link dev.spotter.assess.Assessment}.
 *
 * <p>In: {@link dev.spotter.intake.Intake} and {@link dev.spotter.rules.RuleSet}. On the way:
 * answers become facts, findings fire, evidence is weighed, advice fires. Out: plain records. Next:
 * {@code report}. Knows the four levels and the words of likelihood; no cause, question or remedy.
 */
@NullMarked
package dev.spotter.assess;

import org.jspecify.annotations.NullMarked;
