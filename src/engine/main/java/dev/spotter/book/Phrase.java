package dev.spotter.book;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** A line of the book, built from left to right; immutable. */
record Phrase(List<Span> spans) {
  static final Phrase EMPTY = new Phrase(List.of());

  Phrase {
    spans = List.copyOf(spans);
  }

  static Phrase of(String words) {
    return new Phrase(List.of(new Span.Words(words)));
  }

  static Phrase strong(String words) {
    return new Phrase(List.of(new Span.Strong(words)));
  }

  static Phrase code(String name) {
    return new Phrase(List.of(new Span.Code(name)));
  }

  static Phrase ref(String words, String key) {
    return new Phrase(List.of(new Span.Ref(words, key)));
  }

  static Phrase link(String words, String url) {
    return new Phrase(List.of(new Span.Link(words, url)));
  }

  /** All of them, with the same words between each two. */
  static Phrase joined(Collection<Phrase> phrases, String between) {
    List<Span> spans = new ArrayList<>();
    for (Phrase phrase : phrases) {
      if (!spans.isEmpty()) {
        spans.add(new Span.Words(between));
      }
      spans.addAll(phrase.spans);
    }
    return new Phrase(spans);
  }

  /** {@code a, b or c}. */
  static Phrase listed(List<Phrase> phrases, String last) {
    int end = phrases.size() - 1;
    return end < 1
        ? joined(phrases, "")
        : joined(phrases.subList(0, end), ", ").and(" " + last + " ").and(phrases.get(end));
  }

  Phrase and(String words) {
    return and(of(words));
  }

  Phrase and(Phrase more) {
    List<Span> both = new ArrayList<>(spans);
    both.addAll(more.spans);
    return new Phrase(both);
  }

  boolean isEmpty() {
    return spans.isEmpty();
  }

  /** The words without marks and links. */
  String plain() {
    return spans.stream().map(Span::text).collect(Collectors.joining());
  }
}
