/**
 * The one way in which a rule file is laid out: spaces and line ends, never words.
 *
 * <p>In: the text of a file that {@code rules} can parse. Out: the same pieces, comments among
 * them, in the layout of the shipped files; the author's blank lines and breaks within long
 * conditions stay. Next: {@code app}, which writes files.
 */
@NullMarked
package dev.spotter.layout;

import org.jspecify.annotations.NullMarked;
