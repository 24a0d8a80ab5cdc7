/**
 * What a trainer should know of a rules folder before anybody is assessed by it.
 *
 * <p>In: a {@link dev.spotter.rules.RuleFiles snapshot} of a folder. On the way: all that {@code
 * rules} refuses, then what needs the whole rule set or the cases: rules that cannot fire,
 * declarations that nothing serves, rules that say the same, rules that no case tries. Out: {@link
 * dev.spotter.check.Findings}, and a {@link dev.spotter.check.Page page} for each kind of finding.
 * Next: {@code spotter check}, which writes them down.
 */
@NullMarked
package dev.spotter.check;

import org.jspecify.annotations.NullMarked;
