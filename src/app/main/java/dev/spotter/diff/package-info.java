/**
 * What two states of the rules make of an archive of clients, written for people and programs.
 *
 * <p>In: what {@code dev.spotter.compare} found. Out: text, JSON, or one HTML page that needs
 * nothing else; ids only.
 */
@NullMarked
package dev.spotter.diff;

import org.jspecify.annotations.NullMarked;
