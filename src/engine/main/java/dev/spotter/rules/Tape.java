package dev.spotter.rules;

import dev.spotter.rules.Diagnostic.Code;
import dev.spotter.rules.Token.Kind;
import dev.spotter.vocabulary.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tokens of a whole file, and the landmarks by which a reader that is lost finds its way. */
final class Tape {
  private static final Set<String> HEADS =
      Set.of("rule", "declare", "package", "import", "function", "query", "global", "unit");

  private final String text;
  private final List<Token> tokens;
  private int at;
  private List<Refusal> faults = new ArrayList<>();

  Tape(String text) {
    this.text = text;
    this.tokens = Token.of(uncommented(text), 0);
  }

  /** Block comments blank; line comments are passed over by the tokens themselves. */
  private static String uncommented(String text) {
    StringBuilder plain = new StringBuilder(text);
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        quoted = false;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && text.startsWith("//", i)) {
        int end = text.indexOf('\n', i);
        i = (end < 0 ? text.length() : end) - 1;
      } else if (!quoted && text.startsWith("/*", i)) {
        int end = text.indexOf("*/", i + 2);
        int to = end < 0 ? text.length() : end + 2;
        for (int j = i; j < to; j++) {
          if (text.charAt(j) != '\n') {
            plain.setCharAt(j, ' ');
          }
        }
        i = to - 1;
      }
    }
    return plain.toString();
  }

  Token peek() {
    return tokens.get(at);
  }

  Token second() {
    return tokens.get(Math.min(at + 1, tokens.size() - 1));
  }

  Token take() {
    Token token = peek();
    if (!ended()) {
      at++;
    }
    return token;
  }

  boolean ended() {
    return peek().kind() == Kind.END;
  }

  /** Where the last token that was taken ends. */
  int end() {
    return at == 0 ? 0 : tokens.get(at - 1).end();
  }

  /** The tokens from here to a place, closed; the place becomes here. */
  List<Token> cut(int to) {
    List<Token> part = new ArrayList<>(tokens.subList(at, to));
    int end = part.isEmpty() ? end() : part.get(part.size() - 1).end();
    part.add(new Token(Kind.END, "", end));
    at = to;
    return part;
  }

  int index() {
    return at;
  }

  Token token(int index) {
    return tokens.get(Math.min(index, tokens.size() - 1));
  }

  /** True if nothing stands before it on its line. */
  boolean leads(Token token) {
    int line = text.lastIndexOf('\n', token.offset() - 1) + 1;
    return text.substring(line, token.offset()).isBlank();
  }

  boolean leads() {
    return leads(peek());
  }

  /** True where a rule, a declare or the like begins, or the file ends. */
  boolean head(int index) {
    Token token = token(index);
    Token next = token(index + 1);
    if (token.kind() == Kind.END) {
      return true;
    }
    if (!leads(token) || token.kind() != Kind.NAME) {
      return false;
    }
    boolean begins =
        HEADS.contains(token.text()) && (next.kind() == Kind.NAME || next.kind() == Kind.STRING);
    return begins
        || (next.kind() == Kind.STRING && near(token, "rule"))
        || (token.text().equals("rule") && leads(token))
        || (next.kind() == Kind.NAME && near(token, "declare"));
  }

  boolean head() {
    return head(at);
  }

  /** True if a name is this word but for a slip or two. */
  static boolean near(Token token, String word) {
    return token.kind() == Kind.NAME
        && Math.abs(token.text().length() - word.length()) <= 2
        && Suggestion.among(token.text(), List.of(word)).startsWith("did you mean")
        && token.text().length() > 1;
  }

  /** Passes over the rest of the line. */
  void skipLine() {
    do {
      take();
    } while (!ended() && !leads());
  }

  void fault(Code code, int offset, String message, @Nullable String help) {
    faults.add(new Refusal(code, offset, message, help));
  }

  void fault(Refusal refusal) {
    faults.add(refusal);
  }

  /** What a misspelt word was meant to be. */
  void misspelt(Token token, String word) {
    fault(
        Code.KEYWORD,
        token.offset(),
        "'" + token.text() + "' is no word of the language",
        "did you mean " + word + "?");
  }

  /** True if something was wrong since the last time they were handed over. */
  boolean faulty() {
    return !faults.isEmpty();
  }

  /** What was wrong since the last time. */
  List<Refusal> faults() {
    List<Refusal> found = faults;
    faults = new ArrayList<>();
    return found;
  }

  /** {@code @key( "text" )}, or what is wrong with it; then the rest of the line is passed over. */
  void annotation() {
    int from = at;
    take();
    try {
      Cursor cursor = new Cursor(tokens.subList(from + 1, tokens.size()));
      Token key = cursor.expect(Kind.NAME, "a word behind @", "write @source( \"house\" )");
      String form = "write @" + key.text() + "( \"...\" )";
      cursor.expect("(", form);
      if (cursor.peek().kind() == Kind.NAME || cursor.peek().kind() == Kind.NUMBER) {
        throw new Refusal(
            Code.GRAMMAR,
            cursor.peek().offset(),
            "@" + key.text() + " takes one plain text in double quotes",
            "write @" + key.text() + "( \"" + cursor.glued() + "\" )");
      }
      cursor.expect(Kind.STRING, "a text in double quotes", form);
      cursor.expect(")", form);
      at = from + 5;
    } catch (Refusal e) {
      fault(e);
      skipLine();
    }
  }
}
