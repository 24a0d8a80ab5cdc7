package dev.spotter.book;

/**
 * A heading of the book.
 *
 * @param level 2 for a chapter, 3 and 4 for what is in it
 * @param text as people read it, not escaped
 * @param anchor what a link behind {@code #} calls it; unique in the book
 */
public record Heading(int level, String text, String anchor) {}
