package dev.spotter.book;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names headings as code hosts do that show Markdown, so that the links of the book work there and
 * the Markdown needs no HTML: small letters, digits, hyphens for blanks, a number behind a name
 * that was used before.
 */
final class Anchors {
  private final Set<String> used = new HashSet<>();
  private final Map<String, Integer> repeats = new HashMap<>();

  /** The anchor of the next heading. */
  String next(String heading) {
    String slug = slug(heading);
    String anchor = slug;
    while (!used.add(anchor)) {
      anchor = slug + "-" + repeats.merge(slug, 1, Integer::sum);
    }
    return anchor;
  }

  private static String slug(String heading) {
    StringBuilder slug = new StringBuilder();
    Escaped.line(heading)
        .toLowerCase(Locale.ROOT)
        .codePoints()
        .map(c -> c == ' ' ? '-' : c)
        .filter(c -> Character.isLetterOrDigit(c) || c == '-' || c == '_')
        .forEach(slug::appendCodePoint);
    return slug.isEmpty() ? "place" : slug.toString();
  }
}
