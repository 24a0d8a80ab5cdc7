package dev.spotter.rules;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a condition or an action. Anything that is not a name, a plain literal or one of the
 * signs below does not become a token, so nothing else can be written.
 *
 * @param kind what it is
 * @param text the name, the sign, the number as written, or the string without its quotes
 * @param offset where it begins in the file
 */
record Token(Kind kind, String text, int offset) {
  enum Kind {
    NAME,
    STRING,
    NUMBER,
    SIGN,
    /** A character that has no place here. */
    STRANGE,
    END
  }

  private static final List<String> SIGNS =
      List.of("==", "!=", "<=", ">=", "&&", "||", "<", ">", "(", ")", ",", ":", ";", ".", "!");

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  boolean named(String name) {
    return kind == Kind.NAME && text.equals(name);
  }

  /**
   * The tokens of a text, closed by {@link Kind#END}. A line comment is passed over.
   *
   * @param base the text's own offset in its file
   */
  static List<Token> of(String text, int base) {
    List<Token> tokens = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
      } else if (text.startsWith("//", at)) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else {
        Token token = next(text, at, text.length());
        tokens.add(new Token(token.kind, token.text, base + at));
        at += token.length();
      }
    }
    tokens.add(new Token(Kind.END, "", base + text.length()));
    return tokens;
  }

  /** Where it ends in the file. */
  int end() {
    return offset + (kind == Kind.END ? 0 : length());
  }

  private int length() {
    return kind == Kind.STRING ? text.length() + 2 : Math.max(1, text.length());
  }

  private static Token next(String text, int at, int to) {
    char c = text.charAt(at);
    if (c == '"') {
      return string(text, at, to);
    }
    if (asciiLetter(c) || c == '$') {
      return new Token(Kind.NAME, run(text, at, to, false), at);
    }
    boolean minus = c == '-' && at + 1 < to && digit(text.charAt(at + 1));
    if (digit(c) || minus) {
      return new Token(Kind.NUMBER, run(text, at, to, true), at);
    }
    for (String sign : SIGNS) {
      if (text.startsWith(sign, at)) {
        return new Token(Kind.SIGN, sign, at);
      }
    }
    return new Token(Kind.STRANGE, String.valueOf(c), at);
  }

  private static Token string(String text, int at, int to) {
    for (int end = at + 1; end < to; end++) {
      char c = text.charAt(end);
      if (c == '"') {
        return new Token(Kind.STRING, text.substring(at + 1, end), at);
      }
      if (c == '\\' || c == '\n') {
        return new Token(Kind.STRANGE, text.substring(at, end + 1), at);
      }
    }
    return new Token(Kind.STRANGE, text.substring(at, to), at);
  }

  private static String run(String text, int at, int to, boolean number) {
    int end = at + 1;
    while (end < to && continues(text.charAt(end), number)) {
      end++;
    }
    return text.substring(at, end);
  }

  private static boolean continues(char c, boolean number) {
    return asciiLetter(c) || digit(c) || c == '_' || (number && c == '.');
  }

  private static boolean asciiLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
