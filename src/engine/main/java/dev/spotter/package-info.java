/**
 * The door to Spotter; everything behind it can be reached through {@link dev.spotter.Spotter}.
 *
 * <p>In: rules, and what a client answered. Out: an {@link dev.spotter.assess.Assessment}. Here and
 * behind, only what is marked {@code @Nullable} is ever null, and lists and maps that come out
 * cannot be changed.
 */
@NullMarked
package dev.spotter;

import org.jspecify.annotations.NullMarked;
