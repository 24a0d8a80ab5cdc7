/**
 * The knowledge as a book that a coach or a clinician can read from cover to cover.
 *
 * <p>In: a rule set and the cases that stand beside it. On the way: conditions, actions and texts
 * said in plain words, chapter by chapter. Out: {@link dev.spotter.book.Book}, one Markdown text
 * whose links all lead somewhere, the same for the same rules. Next: the command line, which makes
 * a page of it. Everything comes from the rules; nothing here knows a cause.
 */
@NullMarked
package dev.spotter.book;

import org.jspecify.annotations.NullMarked;
