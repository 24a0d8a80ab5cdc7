package dev.spotter.batch;

import org.jspecify.annotations.Nullable;

/** A record a line; empty lines are none. */
final class Lines implements Splitter {
  private final Feed feed;
  private final Gathered gathered = new Gathered();
  private Position at;

  Lines(Feed feed, Position at) {
    this.feed = feed;
    this.at = at;
  }

  /** Goes over the line of column names with which a table begins. */
  Lines behindHeader() {
    if (next() != null) {
      at = new Position(at.source(), at.offset(), at.line(), 0, 0);
    }
    return this;
  }

  @Override
  public @Nullable Raw next() {
    while (true) {
      Position start = at;
      gathered.clear();
      if (!feed.line(gathered)) {
        return null;
      }
      boolean blank = gathered.blank();
      at =
          new Position(at.source(), feed.offset(), at.line() + 1, at.number() + (blank ? 0 : 1), 0);
      if (!blank) {
        return gathered.raw(start);
      }
    }
  }

  @Override
  public Position position() {
    return at;
  }
}
