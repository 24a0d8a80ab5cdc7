package dev.spotter.layout;

import java.util.List;

/**
 * Lays out one rule file. Goes through the pieces once; puts every one of them, in order, so that
 * only spaces and line ends differ.
 */
public final class Layout {
  private static final int INDENT = 2;
  private static final int DEEPER = 4;
  private static final int CONTINUED = 6;

  private final List<Piece> pieces;
  private final Sheet sheet = new Sheet();
  private int at;

  private Layout(String text) {
    this.pieces = Piece.of(text);
  }

  /**
   * The text laid out; laid out again it stays as it is.
   *
   * @param text a file that parses
   * @throws IllegalArgumentException if it holds something that has no layout
   */
  public static String of(String text) {
    return new Layout(text).file();
  }

  private String file() {
    while (peek().kind() != Piece.Kind.END) {
      if (peek().comment()) {
        comment(0);
      } else if (peek().is(";")) {
        at++;
      } else {
        statement(peek());
      }
    }
    return sheet.text();
  }

  private void statement(Piece first) {
    switch (first.text()) {
      case "package" -> header();
      case "import" -> {
        sheet.open();
        header();
        sheet.blank();
      }
      case "declare" -> declaration();
      case "rule" -> rule();
      default ->
          throw new IllegalArgumentException("'" + first.text() + "' has no place in a layout");
    }
  }

  /** A name with dots, on one line. */
  private void header() {
    sheet.begin(0, peek());
    put(false);
    dotted();
  }

  private void dotted() {
    put(false);
    while (peek().is(".")) {
      put(false);
      put(false);
    }
  }

  private void declaration() {
    sheet.begin(0, peek());
    put(false);
    put(false);
    boolean wrapped = annotations(INDENT);
    while (!peek().is("end")) {
      if (peek().is(";") || peek().is(",")) {
        at++;
      } else if (peek().comment()) {
        wrapped |= peek().breaks() > 0;
        comment(INDENT);
      } else if (peek().is("@")) {
        sheet.wrap(INDENT);
        annotation();
      } else {
        sheet.begin(INDENT, peek());
        put(false);
        put(false);
        dotted();
        annotations(DEEPER);
        wrapped = true;
      }
    }
    if (wrapped || peek().breaks() > 0) {
      sheet.open();
      sheet.begin(0, peek());
      put(false);
      sheet.blank();
    } else {
      put(false);
    }
  }

  /** Annotations, on this line or on the next as they were; true if on the next. */
  private boolean annotations(int indent) {
    boolean wrapped = false;
    while (peek().is("@") || (peek().comment() && peek().breaks() == 0)) {
      if (peek().comment()) {
        sheet.comment(next());
      } else {
        if (peek().breaks() > 0) {
          sheet.wrap(indent);
          wrapped = true;
        }
        annotation();
      }
    }
    return wrapped;
  }

  private void annotation() {
    put(false);
    put(false);
    comments();
    if (peek().is("(")) {
      group(false);
    }
  }

  /** From a bracket to its partner. */
  private void group(boolean tight) {
    int depth = 0;
    do {
      comments();
      depth += peek().is("(") ? 1 : peek().is(")") ? -1 : 0;
      put(tight);
    } while (depth > 0);
  }

  private void rule() {
    sheet.blank();
    if (at > 0
        && pieces.get(at - 1).comment()
        && pieces.get(at - 1).breaks() > 0
        && peek().breaks() == 1) {
      sheet.open();
    }
    sheet.begin(0, peek());
    put(false);
    put(false);
    while (!peek().is("when")) {
      if (peek().comment()) {
        comment(INDENT);
      } else {
        line(INDENT);
        annotation();
      }
    }
    block("when", "then");
    block("then", "end");
    line(0);
    put(false);
    sheet.blank();
  }

  private void line(int indent) {
    sheet.open();
    sheet.begin(indent, peek());
  }

  /** Conditions or actions, a line each. */
  private void block(String from, String to) {
    line(0);
    put(false);
    if (peek().is(":")) {
      at++;
    }
    boolean first = true;
    while (!peek().is(to)) {
      if (peek().is(";")) {
        at++;
        continue;
      }
      if (first && peek().breaks() > 0) {
        sheet.open();
      }
      first &= peek().comment() && peek().breaks() == 0;
      if (peek().comment()) {
        comment(INDENT);
      } else {
        sheet.begin(INDENT, peek());
        if (from.equals("when")) {
          pattern();
        } else {
          action();
        }
      }
    }
  }

  /** To the bracket that closes it; breaks behind commas and before && and || stay. */
  private void pattern() {
    int depth = 0;
    Piece before = peek();
    do {
      comments();
      Piece piece = peek();
      boolean joint =
          before.is(",") || (before.is("(") && depth == 1) || piece.is("&&") || piece.is("||");
      if (piece.breaks() > 0 && depth > 0 && joint && !piece.is(")")) {
        sheet.wrap(CONTINUED + INDENT * (depth - 1));
      }
      depth += piece.is("(") ? 1 : piece.is(")") ? -1 : 0;
      before = piece;
      put(false);
    } while (depth > 0 || !before.is(")"));
  }

  /** To the semicolon; the outermost brackets are wide. */
  private void action() {
    int depth = 0;
    Piece piece;
    do {
      comments();
      piece = peek();
      depth += piece.is("(") ? 1 : 0;
      put(depth > 1);
      depth -= piece.is(")") ? 1 : 0;
    } while (!piece.is(";"));
  }

  private void comment(int indent) {
    Piece comment = next();
    if (comment.breaks() > 0 || at == 1) {
      sheet.begin(indent, comment);
      sheet.lead(comment);
    } else {
      sheet.comment(comment);
    }
  }

  /** Puts the next piece, and the comments before it. */
  private void put(boolean tight) {
    comments();
    if (peek().kind() == Piece.Kind.END) {
      throw new IllegalArgumentException("the file ends within a statement");
    }
    sheet.put(next(), tight);
  }

  private void comments() {
    while (peek().comment()) {
      sheet.comment(next());
    }
  }

  private Piece peek() {
    return pieces.get(at);
  }

  private Piece next() {
    Piece piece = pieces.get(at);
    at += piece.kind() == Piece.Kind.END ? 0 : 1;
    return piece;
  }
}
