/**
 * Which rules may take over.
 *
 * <p>In: a snapshot of an edited rules folder, and the rule set that is published now. Out: the new
 * rule set, or why not: it does not compile, a case fails, an invariant is broken, or it would
 * weaken its own guard. {@link dev.spotter.publish.RulesFolder} does that whenever the folder
 * changes.
 */
@NullMarked
package dev.spotter.publish;

import org.jspecify.annotations.NullMarked;
