/**
 * What no edit of the rules may break, tried on very many generated clients.
 *
 * <p>In: {@code safety.yaml} of a rules folder and the rule set. Out: for every invariant, how many
 * clients it was tried on, and the smallest client that breaks it, ready to be assessed.
 */
@NullMarked
package dev.spotter.prove;

import org.jspecify.annotations.NullMarked;
