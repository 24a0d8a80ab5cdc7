/**
 * From a training log to measures: what was lifted lately, compared with what is usual.
 *
 * <p>In: {@link dev.spotter.history.TrainingHistory} and a clock. Out: {@link
 * dev.spotter.fact.History}, each measure absent where the log cannot tell; and a {@link
 * dev.spotter.history.Timeline} that measures every past session the same way. Pure functions.
 * Next: {@code assess}.
 */
@NullMarked
package dev.spotter.history;

import org.jspecify.annotations.NullMarked;
