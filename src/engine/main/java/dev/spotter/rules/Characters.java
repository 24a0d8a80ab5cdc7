package dev.spotter.rules;

import dev.spotter.rules.Diagnostic.Code;
import java.util.List;

/**
 * Characters that a word processor puts in, and that no eye tells from the right ones. Within a
 * text they are what they look like; outside of texts and comments they are faults.
 */
final class Characters {
  private static final String QUOTES = "\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033";
  private static final String SINGLE = "\u2018\u2019\u201A\u2032\u00B4";
  private static final String SPACES =
      "\u00A0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u200B\u202F\u2060\u3000\uFEFF";
  private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212";
  private static final String SIGNS = "\u2264\u2265\u2260\u00D7";
  private static final String LOOKALIKES = QUOTES + SINGLE + SPACES + DASHES + SIGNS;

  private Characters() {}

  /**
   * Adds what is found to the problems.
   *
   * @return the text with plain characters in their place, of the same length
   */
  static String plain(SourceFile file, List<Diagnostic> problems) {
    String text = file.text();
    StringBuilder plain = new StringBuilder(text);
    boolean quoted = false;
    for (int at = 0; at < text.length(); at++) {
      char c = plain.charAt(at);
      if (c == '\n') {
        quoted = false;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (text.startsWith("//", at) || text.startsWith("/*", at))) {
        at = comment(text, at);
      } else if (LOOKALIKES.indexOf(c) >= 0 && (!quoted || closes(text, at))) {
        problems.add(problem(file, at, c));
        plain.setCharAt(at, substitute(c));
        quoted = (QUOTES.indexOf(c) >= 0) != quoted;
      }
    }
    return plain.toString();
  }

  /** The last character of a comment. */
  private static int comment(String text, int at) {
    boolean line = text.charAt(at + 1) == '/';
    int end = text.indexOf(line ? "\n" : "*/", at + 2);
    return end < 0 ? text.length() : end - (line ? 1 : -1);
  }

  /** Within a text that a plain quote opened: true if none closes it on this line but this one. */
  private static boolean closes(String text, int at) {
    int end = text.indexOf('\n', at);
    String rest = text.substring(at + 1, end < 0 ? text.length() : end);
    return QUOTES.indexOf(text.charAt(at)) >= 0 && rest.indexOf('"') < 0;
  }

  private static char substitute(char c) {
    if (QUOTES.indexOf(c) >= 0 || SINGLE.indexOf(c) >= 0) {
      return '"';
    }
    return DASHES.indexOf(c) >= 0 ? '-' : SIGNS.indexOf(c) >= 0 ? '<' : ' ';
  }

  private static Diagnostic problem(SourceFile file, int at, char c) {
    String code = String.format("U+%04X", (int) c);
    if (SPACES.indexOf(c) >= 0) {
      return file.problem(
          Code.CHARACTER,
          at,
          "this looks like a space and is none (" + code + ")",
          "type a plain space over it");
    }
    if (DASHES.indexOf(c) >= 0) {
      return file.problem(
          Code.CHARACTER, at, "this is a dash (" + code + "), not a hyphen", "type a plain -");
    }
    if (SIGNS.indexOf(c) >= 0) {
      return file.problem(
          Code.CHARACTER,
          at,
          "this sign is not on the keyboard (" + code + ")",
          "write <= >= or !=");
    }
    return file.problem(
        Code.CHARACTER,
        at,
        "this is a typographic quote (" + code + ")",
        "type a plain \" over it; a text editor, unlike a word processor, writes no other");
  }
}
