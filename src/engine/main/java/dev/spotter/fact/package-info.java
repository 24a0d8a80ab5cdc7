/**
 * The facts that rules name besides the sections declared in DRL: what the engine puts in ({@link
 * dev.spotter.fact.History}, {@link dev.spotter.fact.Completeness}, {@link
 * dev.spotter.fact.Likelihood}, {@link dev.spotter.fact.Triage}, {@link dev.spotter.fact.Verdict})
 * and what rules may insert ({@link dev.spotter.fact.Evidence}, {@link dev.spotter.fact.Referral},
 * {@link dev.spotter.fact.Conclusion}, {@link dev.spotter.fact.Remedy}, {@link
 * dev.spotter.fact.Withhold}, {@link dev.spotter.fact.Note}). Records, alone.
 */
@NullMarked
package dev.spotter.fact;

import org.jspecify.annotations.NullMarked;
