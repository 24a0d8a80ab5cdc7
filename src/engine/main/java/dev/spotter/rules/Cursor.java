package dev.spotter.rules;

import dev.spotter.rules.Diagnostic.Code;
import dev.spotter.rules.Token.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A place in a run of tokens. */
final class Cursor {
  private final List<Token> tokens;
  private int at;

  Cursor(List<Token> tokens) {
    this.tokens = tokens;
  }

  Token peek() {
    return tokens.get(at);
  }

  Token peekSecond() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  /** The text of the next tokens, as far as nothing stands between them. */
  String glued() {
    StringBuilder text = new StringBuilder();
    int end = peek().offset();
    for (int i = at; i < tokens.size() && tokens.get(i).offset() == end; i++) {
      Token token = tokens.get(i);
      if (token.kind() == Kind.SIGN || token.kind() == Kind.END || token.text().startsWith("\"")) {
        break;
      }
      text.append(token.text());
      end = token.end();
    }
    return text.toString();
  }

  /** The token that was taken last; the first one if none was. */
  Token before() {
    return tokens.get(Math.max(0, at - 1));
  }

  Token take() {
    Token token = tokens.get(at);
    if (token.kind() != Kind.END) {
      at++;
    }
    return token;
  }

  boolean takeIf(String sign) {
    boolean there = peek().is(sign);
    if (there) {
      take();
    }
    return there;
  }

  void expect(String sign, String help) throws Refusal {
    if (!takeIf(sign)) {
      throw sign.equals(")") || sign.equals("(") || sign.equals(";")
          ? missing(sign, help)
          : strange("expected '" + sign + "'", help);
    }
  }

  Token expect(Kind kind, String what, String help) throws Refusal {
    if (peek().kind() != kind) {
      throw strange("expected " + what, help);
    }
    return take();
  }

  /** What is wrong with the token that comes next: what it is itself, or that it is no other. */
  Refusal strange(String message, @Nullable String help) {
    Token token = peek();
    Refusal known = swallowed() != null ? swallowed() : known(token);
    if (known != null) {
      return known;
    }
    String found = token.kind() == Kind.END ? "the end" : "'" + shown(token) + "'";
    return new Refusal(Code.GRAMMAR, token.offset(), message + ", found " + found, help);
  }

  /** The sign that closes what was opened is not there: told at the place where it belongs. */
  Refusal missing(String sign, String help) {
    Token token = peek();
    Refusal known = swallowed() != null ? swallowed() : known(token);
    if (known != null) {
      return known;
    }
    int before = at == 0 ? token.offset() : tokens.get(at - 1).end();
    return new Refusal(Code.UNCLOSED, before, "expected '" + sign + "' here", help);
  }

  /** A text that ends where the next text should begin has swallowed what stands between them. */
  private @Nullable Refusal swallowed() {
    Token before = before();
    Token token = peek();
    boolean touches = at > 0 && before.kind() == Kind.STRING && token.offset() == before.end();
    boolean word =
        token.kind() == Kind.NAME
            || token.kind() == Kind.NUMBER
            || (token.kind() == Kind.STRANGE && token.text().startsWith("\""));
    return touches && word
        ? new Refusal(
            Code.UNCLOSED,
            before.offset(),
            "this text has no closing quote before the next one begins",
            "put a \" where the text ends")
        : null;
  }

  /** What can be said of a token wherever it stands; null if it is a sound one. */
  private static @Nullable Refusal known(Token token) {
    String text = token.text();
    if (token.kind() == Kind.NUMBER && !text.matches("-?\\d+(\\.\\d+)?")) {
      String digits = text.replaceFirst("^(-?\\d+(\\.\\d+)?).*$", "$1");
      return new Refusal(
          Code.NUMBER,
          token.offset(),
          "'" + text + "' is not a plain number",
          "numbers carry no unit, the question says what they count: write " + digits);
    }
    if (token.kind() != Kind.STRANGE) {
      return null;
    }
    if (text.startsWith("\"")) {
      return text.endsWith("\\")
          ? new Refusal(
              Code.GRAMMAR,
              token.end() - 1,
              "a text cannot hold a backslash",
              "leave it out; for quotes within a text use '...'")
          : new Refusal(
              Code.UNCLOSED,
              token.offset(),
              "this text has no closing quote on its line",
              "put a \" where the text ends");
    }
    return switch (text) {
      case "'" ->
          new Refusal(
              Code.GRAMMAR,
              token.offset(),
              "texts stand in double quotes, not in single ones",
              "write \"...\"");
      case "=" ->
          new Refusal(
              Code.GRAMMAR,
              token.offset(),
              "a single = does not compare",
              "did you mean == ? (>= is written with the = last)");
      case "&", "|" ->
          new Refusal(
              Code.GRAMMAR,
              token.offset(),
              "a single " + text + " means nothing",
              "did you mean " + text + text + " ?");
      default -> null;
    };
  }

  private static String shown(Token token) {
    String text = token.text().strip();
    return text.length() > 40 ? text.substring(0, 40) + "..." : text;
  }
}
