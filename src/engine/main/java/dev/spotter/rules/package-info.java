/**
 * From a folder of files to an immutable {@link dev.spotter.rules.RuleSet}, or the reasons why not.
 *
 * <p>In: a {@link dev.spotter.rules.RuleFiles snapshot} of bytes. On the way: the closed grammar
 * over the parser's descriptors, the vocabulary, the meaning of every condition and action, and
 * only then Drools' network. Out: a rule set, safe to share between threads. Next: {@code assess}.
 */
@NullMarked
package dev.spotter.rules;

import org.jspecify.annotations.NullMarked;
