/**
 * The command line: one class a command, each turning arguments into calls of the engine and what
 * comes back into text, JSON and an exit code. Decides nothing about training or medicine.
 */
@NullMarked
package dev.spotter.app;

import org.jspecify.annotations.NullMarked;
