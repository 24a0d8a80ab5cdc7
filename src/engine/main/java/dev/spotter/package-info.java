/** The door to Spotter; everything behind it can be reached through {@link dev.spotter.Spotter}. */
@NullMarked
package dev.spotter;

import org.jspecify.annotations.NullMarked;
