package dev.spotter.book;

/** A piece of a line: words, perhaps marked or linked. Holds text as it is meant, not escaped. */
sealed interface Span {

  /** The words alone. */
  String text();

  /** Plain words. */
  record Words(String text) implements Span {}

  /** Words that stand out. */
  record Strong(String text) implements Span {}

  /** A name as rules and intakes write it. */
  record Code(String text) implements Span {}

  /**
   * A way to another place of the book.
   *
   * @param key of the heading it leads to
   */
  record Ref(String text, String key) implements Span {}

  /** A way out of the book. */
  record Link(String text, String url) implements Span {}
}
