package dev.spotter.batch;

import org.jspecify.annotations.Nullable;

/**
 * Clients in YAML: the documents of a file, and the items of a document that is a list. Told by how
 * lines begin.
 */
final class YamlItems implements Splitter {
  private static final int UNKNOWN = 0;
  private static final int LIST = 1;
  private static final int GROUP = 2;

  private final Feed feed;
  private final Gathered gathered = new Gathered();
  private Position at;
  private long line;
  private int document;

  YamlItems(Feed feed, Position at) {
    this.feed = feed;
    this.at = at;
    this.line = at.line();
    this.document = at.state();
  }

  @Override
  public @Nullable Raw next() {
    boolean content = false;
    Position start = here(0);
    gathered.clear();
    while (feed.peek() >= 0) {
      boolean marker = marker('-') || marker('.');
      boolean item = feed.peek() == '-' && ends(feed.peek(1));
      if (content && (marker || (item && document == LIST))) {
        break;
      }
      boolean says = !marker && !silent();
      if (!content) {
        gathered.clear();
        start = here(0);
      }
      if (marker) {
        document = UNKNOWN;
        says = feed.peek() == '-' && saysMore();
      } else if (says && document == UNKNOWN) {
        document = item ? LIST : GROUP;
      }
      content |= says;
      feed.line(gathered);
      gathered.add((byte) '\n');
      line++;
    }
    at = here(content ? 1 : 0);
    if (!content) {
      return null;
    }
    gathered.dropSpaces();
    return gathered.raw(start);
  }

  private Position here(int more) {
    return new Position(at.source(), feed.offset(), line, at.number() + more, document);
  }

  private boolean marker(char mark) {
    return feed.peek() == mark
        && feed.peek(1) == mark
        && feed.peek(2) == mark
        && ends(feed.peek(3));
  }

  /** True if a client begins on the line of a document's marker. */
  private boolean saysMore() {
    int ahead = 3;
    while (feed.peek(ahead) == ' ' && ahead < 100) {
      ahead++;
    }
    int b = feed.peek(ahead);
    return b >= 0 && b != '\n' && b != '\r' && b != '#';
  }

  /** True of a line without a value: blank, a comment, a directive. */
  private boolean silent() {
    int ahead = 0;
    while ((feed.peek(ahead) == ' ' || feed.peek(ahead) == '\t') && ahead < 1_000) {
      ahead++;
    }
    int b = feed.peek(ahead);
    return b < 0 || b == '\n' || b == '\r' || b == '#' || (ahead == 0 && b == '%');
  }

  private static boolean ends(int b) {
    return b < 0 || Gathered.space(b);
  }

  @Override
  public Position position() {
    return at;
  }
}
