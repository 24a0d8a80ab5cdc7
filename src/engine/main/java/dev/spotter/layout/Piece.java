package dev.spotter.layout;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a rule file that no layout touches: a word, a number, a text, a sign or a comment.
 *
 * @param text as it stands
 * @param breaks line ends between the piece before and this one
 */
record Piece(Kind kind, String text, int breaks) {
  enum Kind {
    WORD,
    TEXT,
    SIGN,
    /** To the end of its line. */
    COMMENT,
    BLOCK_COMMENT,
    END
  }

  private static final List<String> SIGNS = List.of("==", "!=", "<=", ">=", "&&", "||");

  boolean is(String other) {
    return (kind == Kind.SIGN || kind == Kind.WORD) && text.equals(other);
  }

  boolean comment() {
    return kind == Kind.COMMENT || kind == Kind.BLOCK_COMMENT;
  }

  /** All of a text, closed by one of kind END. */
  static List<Piece> of(String text) {
    List<Piece> pieces = new ArrayList<>();
    int breaks = 0;
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        breaks += c == '\n' ? 1 : 0;
        at++;
      } else {
        Kind kind = kind(text, at);
        int end = end(kind, text, at);
        String piece = text.substring(at, end);
        pieces.add(new Piece(kind, kind == Kind.COMMENT ? piece.stripTrailing() : piece, breaks));
        breaks = 0;
        at = end;
      }
    }
    pieces.add(new Piece(Kind.END, "", breaks));
    return pieces;
  }

  private static Kind kind(String text, int at) {
    char c = text.charAt(at);
    if (text.startsWith("//", at)) {
      return Kind.COMMENT;
    }
    if (text.startsWith("/*", at)) {
      return Kind.BLOCK_COMMENT;
    }
    if (c == '"' || c == '\'') {
      return Kind.TEXT;
    }
    boolean minus = c == '-' && at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    return minus || Character.isJavaIdentifierPart(c) ? Kind.WORD : Kind.SIGN;
  }

  private static int end(Kind kind, String text, int at) {
    return switch (kind) {
      case COMMENT -> orEnd(text.indexOf('\n', at), 0, text);
      case BLOCK_COMMENT -> orEnd(text.indexOf("*/", at + 2), 2, text);
      case TEXT -> closed(text, at);
      case WORD -> word(text, at);
      default -> at + (SIGNS.stream().anyMatch(s -> text.startsWith(s, at)) ? 2 : 1);
    };
  }

  private static int orEnd(int found, int more, String text) {
    return found < 0 ? text.length() : found + more;
  }

  private static int closed(String text, int at) {
    for (int end = at + 1; end < text.length(); end++) {
      if (text.charAt(end) == '\\') {
        end++;
      } else if (text.charAt(end) == text.charAt(at)) {
        return end + 1;
      }
    }
    return text.length();
  }

  private static int word(String text, int at) {
    boolean number = !Character.isJavaIdentifierStart(text.charAt(at));
    int end = at + 1;
    while (end < text.length()
        && (Character.isJavaIdentifierPart(text.charAt(end))
            || (number && text.charAt(end) == '.'))) {
      end++;
    }
    return end;
  }
}
