/**
 * The cases that stand beside the rules: what must come out for whom, and what one changed answer
 * must undo.
 *
 * <p>In: {@code *.cases.yaml} of a rules folder and the rule set. Out: {@link
 * dev.spotter.cases.CaseResult}s and breaches of the law that every rule has a case and a near
 * miss.
 */
@NullMarked
package dev.spotter.cases;

import org.jspecify.annotations.NullMarked;
