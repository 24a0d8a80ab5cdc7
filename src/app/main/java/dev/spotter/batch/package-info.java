/**
 * Very many clients at once: files to assessments, with a list of those to be called today.
 *
 * <p>In: files of records, packed or not, and one rule set. A {@link dev.spotter.batch.Splitter}
 * cuts each record off as bytes, so that a bad one can be set aside as it came; several threads
 * assess; results are written in the order of the input, and a {@link dev.spotter.batch.Checkpoint}
 * says how far they hold. Out: a folder of results, the same whether or not the run was
 * interrupted. Next: {@code app}, which turns an {@link dev.spotter.batch.Outcome} into an exit
 * code.
 */
@NullMarked
package dev.spotter.batch;

import org.jspecify.annotations.NullMarked;
