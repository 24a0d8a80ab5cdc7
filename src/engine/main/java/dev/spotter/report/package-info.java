/**
 * The way out: an {@link dev.spotter.assess.Assessment} as text for a coach and a lifter, or as
 * JSON by the published contract.
 *
 * <p>In: plain records. Out: bytes, the same for the same answer. Decides nothing.
 */
@NullMarked
package dev.spotter.report;

import org.jspecify.annotations.NullMarked;
