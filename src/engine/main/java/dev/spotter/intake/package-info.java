/**
 * The door for data: bytes to {@link dev.spotter.intake.Intake}, or problems with their place.
 *
 * <p>In: JSON or YAML, one client or many, and the vocabulary that says what may be answered. Out:
 * a {@link dev.spotter.intake.Reading} for each client, in order. Next: {@code history}.
 */
@NullMarked
package dev.spotter.intake;

import org.jspecify.annotations.NullMarked;
