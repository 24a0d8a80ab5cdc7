package dev.spotter.layout;

import java.util.Set;

/** The text as it grows: knows where a space belongs, and what must not stay on one line. */
final class Sheet {
  private static final int CONTINUED = 6;
  private static final Set<String> BEFORE_GROUP = Set.of("in", "not", "exists", "and", "or");

  private final StringBuilder text = new StringBuilder();
  private Piece last = new Piece(Piece.Kind.END, "", 0);
  private boolean mustBreak;
  private boolean wantsBlank;
  private boolean opened;

  /** The next statement has an empty line before it, whoever wrote it. */
  void blank() {
    wantsBlank = true;
  }

  /** The next statement has none. */
  void open() {
    opened = true;
  }

  /** Begins a line for a statement, or for a comment that stands by itself. */
  void begin(int indent, Piece piece) {
    if (!text.isEmpty()) {
      text.append('\n');
      if (!opened && (wantsBlank || piece.breaks() > 1)) {
        text.append('\n');
      }
    }
    text.append(" ".repeat(indent));
    last = new Piece(Piece.Kind.END, "", 0);
    mustBreak = false;
    wantsBlank = false;
    opened = false;
  }

  /** Breaks the line within a statement. */
  void wrap(int indent) {
    text.append('\n').append(" ".repeat(indent));
    last = new Piece(Piece.Kind.END, "", 0);
    mustBreak = false;
  }

  /**
   * Adds a piece to the line.
   *
   * @param tight no space within brackets
   */
  void put(Piece piece, boolean tight) {
    if (mustBreak) {
      wrap(CONTINUED);
    }
    if (last.kind() != Piece.Kind.END && spaced(last, piece, tight)) {
      text.append(' ');
    }
    text.append(piece.text());
    last = piece;
  }

  /** Adds a comment to the line that was just begun for it. */
  void lead(Piece comment) {
    text.append(comment.text());
    last = comment;
    mustBreak = comment.kind() == Piece.Kind.COMMENT;
  }

  /** Adds a comment behind what is there, or within a statement on a line of its own. */
  void comment(Piece comment) {
    if (comment.breaks() > 0) {
      wrap(CONTINUED);
    } else if (!text.isEmpty()) {
      text.append(' ');
    }
    text.append(comment.text());
    last = comment;
    mustBreak = comment.kind() == Piece.Kind.COMMENT || comment.breaks() > 0;
  }

  private static boolean spaced(Piece before, Piece piece, boolean tight) {
    if (piece.is(",") || piece.is(";") || piece.is(".") || piece.is("*")) {
      return false;
    }
    if (before.is(".") || before.is("@") || before.is("!")) {
      return false;
    }
    if (before.is("(") || piece.is(")")) {
      return !tight && !(before.is("(") && piece.is(")"));
    }
    if (piece.is("(")) {
      return before.kind() != Piece.Kind.WORD || BEFORE_GROUP.contains(before.text());
    }
    return true;
  }

  /** All of it, with a line end. */
  String text() {
    return text.isEmpty() ? "" : text.append('\n').toString();
  }
}
