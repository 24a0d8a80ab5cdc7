/**
 * The same answers as cards in the clinician's own software: CDS Hooks 2.0.1, as plain JSON.
 *
 * <p>In: what a CDS client sends when a patient is opened, with the newest answers to our
 * questionnaire prefetched. Out: cards, and what became of them. Next: {@code service}, which knows
 * who may call. Nothing here decides anything of training or medicine; of the rules' words it knows
 * the levels alone.
 */
@NullMarked
package dev.spotter.cds;

import org.jspecify.annotations.NullMarked;
