/**
 * The words: which questions, causes and remedies a rule set declares, as plain records.
 *
 * <p>In: what {@code rules} read from the declarations. Out: {@link
 * dev.spotter.vocabulary.Vocabulary}. Next: {@code intake}, which accepts only answers that these
 * questions offer. Nothing here knows Drools.
 */
@NullMarked
package dev.spotter.vocabulary;

import org.jspecify.annotations.NullMarked;
