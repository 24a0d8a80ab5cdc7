/**
 * The door for training logs: the bytes of an app's export to a {@link
 * dev.spotter.history.TrainingHistory}, with word of every row that is not in it.
 *
 * <p>In: CSV as Strong, Hevy, FitNotes and OpenPowerlifting write it, or kept by hand; the names of
 * columns and words stand in {@code apps.yaml} and {@code words.yaml}, not in code. Out: {@link
 * dev.spotter.log.Imported}, whose counts add up, or {@link dev.spotter.log.LogRefused}. Knows no
 * command. Next: the engine's {@code history}.
 */
@NullMarked
package dev.spotter.log;

import org.jspecify.annotations.NullMarked;
