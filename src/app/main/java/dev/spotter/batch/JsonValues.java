package dev.spotter.batch;

import org.jspecify.annotations.Nullable;

/**
 * Clients in one JSON list, or one after the other. Knows of JSON only where values end. Brackets
 * or quotes that are not closed cost one record, as far as can be told: a line's end ends a text,
 * and a bracket that opens where a name must stand, with the same first name as the record it is
 * in, opens the next record.
 */
final class JsonValues implements Splitter {
  private static final int LONGEST_NAME = 200;

  private final Feed feed;
  private final Gathered gathered = new Gathered();
  private Position at;
  private long line;
  private boolean inList;

  /** For each open bracket within the record whether it is {@code {}; the innermost is bit 0. */
  private long groups;

  private int depth;
  private int before;

  JsonValues(Feed feed, Position at) {
    this.feed = feed;
    this.at = at;
    this.line = at.line();
    this.inList = at.state() == 1;
  }

  @Override
  public @Nullable Raw next() {
    int first = between();
    Position start = here(at.number());
    gathered.clear();
    if (first < 0) {
      if (!inList) {
        at = start;
        return null;
      }
      inList = false;
      at = here(at.number() + 1);
      return new Raw(
          at.source(), line, at.offset(), at.number(), new byte[0], 0, Raw.Cut.UNFINISHED_LIST);
    }
    if (first == '{' || first == '[') {
      brackets();
    } else {
      loose();
    }
    at = here(at.number() + 1);
    return gathered.raw(start);
  }

  private Position here(long number) {
    return new Position(at.source(), feed.offset(), line, number, inList ? 1 : 0);
  }

  /** Goes over what may stand between records; gives the byte that begins the next. */
  private int between() {
    while (true) {
      int b = feed.peek();
      if (b == '[' && !inList) {
        inList = true;
      } else if (b == ']' && inList) {
        inList = false;
      } else if (b != ',' && !Gathered.space(b)) {
        return b;
      }
      take(false);
    }
  }

  private int take(boolean keep) {
    int b = feed.read();
    if (b == '\n') {
      line++;
    }
    if (keep && b >= 0) {
      gathered.add((byte) b);
    }
    return b;
  }

  private void brackets() {
    groups = 0;
    depth = 0;
    before = 0;
    do {
      int b = feed.peek();
      if (b == '{' && nameExpected() && likeTheFirst()) {
        return;
      }
      take(true);
      switch (b) {
        case '{', '[' -> {
          groups = groups << 1 | (b == '{' ? 1 : 0);
          depth++;
        }
        case '}', ']' -> {
          groups >>>= 1;
          depth--;
        }
        case '"' -> text();
        case -1 -> depth = 0;
        default -> {}
      }
      before = Gathered.space(b) ? before : b;
    } while (depth > 0);
    gathered.dropSpaces();
  }

  /** Only a name may stand behind a comma within a group, or behind the bracket that opens it. */
  private boolean nameExpected() {
    return depth > 0 && (groups & 1) == 1 && (before == ',' || before == '{');
  }

  /** True if the group ahead begins with the same name as the record. */
  private boolean likeTheFirst() {
    int mine = 1;
    int ahead = 1;
    while (Gathered.space(gathered.at(mine))) {
      mine++;
    }
    while (ahead < LONGEST_NAME && Gathered.space(feed.peek(ahead))) {
      ahead++;
    }
    if (gathered.at(mine) != '"') {
      return false;
    }
    for (int i = 0; i < LONGEST_NAME; i++) {
      int b = gathered.at(mine + i);
      if (b != (byte) feed.peek(ahead + i)) {
        return false;
      }
      if (b == '"' && i > 0) {
        return true;
      }
    }
    return false;
  }

  /** Behind an opening quote: to the closing one, or to the end of the line, which no text has. */
  private void text() {
    for (int b = take(true); b >= 0 && b != '"' && b != '\n'; b = take(true)) {
      if (b == '\\' && feed.peek() != '\n') {
        take(true);
      }
    }
  }

  /** What is no group at all, to where something else may begin. */
  private void loose() {
    int b = take(true);
    if (b == '"') {
      text();
      return;
    }
    for (b = feed.peek(); b >= 0 && ",[]{\n".indexOf(b) < 0; b = feed.peek()) {
      take(true);
    }
    gathered.dropSpaces();
  }

  @Override
  public Position position() {
    return at;
  }
}
