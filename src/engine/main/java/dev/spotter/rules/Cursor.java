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
      throw strange("expected '" + sign + "'", help);
    }
  }

  Token expect(Kind kind, String what, String help) throws Refusal {
    if (peek().kind() != kind) {
      throw strange("expected " + what, help);
    }
    return take();
  }

  Refusal strange(String message, @Nullable String help) {
    Token token = peek();
    String found = token.kind() == Kind.END ? "the end" : "'" + shown(token) + "'";
    return new Refusal(Code.GRAMMAR, token.offset(), message + ", found " + found, help);
  }

  private static String shown(Token token) {
    String text = token.text().strip();
    return text.length() > 40 ? text.substring(0, 40) + "..." : text;
  }
}
