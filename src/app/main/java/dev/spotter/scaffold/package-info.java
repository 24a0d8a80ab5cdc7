/**
 * New knowledge from templates: a rule, a cause or a question, each with its cases.
 *
 * <p>In: a rule set and a name. Out: an {@link dev.spotter.scaffold.Addition} of whole files, tried
 * before anybody writes it: all cases pass, and no other case comes out differently. Knows no cause
 * or question; what a new rule reads is picked from the vocabulary.
 */
@NullMarked
package dev.spotter.scaffold;

import org.jspecify.annotations.NullMarked;
