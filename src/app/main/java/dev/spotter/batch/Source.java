package dev.spotter.batch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One input: a file or standard input.
 *
 * @param number its place among the inputs, from 0
 * @param name as it was named, {@code -} for standard input
 * @param size stored bytes; -1 for standard input
 * @param modified when it was last changed, in milliseconds since 1970; 0 for standard input
 * @param head what its beginning told
 */
record Source(int number, String name, long size, long modified, Head head) {
  static final String STANDARD_INPUT = "-";

  boolean standardInput() {
    return name.equals(STANDARD_INPUT);
  }

  /** What clients without an id are called: the file's name without folders and endings. */
  String stem() {
    if (standardInput()) {
      return "stdin";
    }
    String file = Packing.unpacked(String.valueOf(Path.of(name).getFileName()));
    int dot = file.lastIndexOf('.');
    return dot > 0 ? file.substring(0, dot) : file;
  }

  /**
   * Opens it.
   *
   * @param counted gets the stored bytes that are read
   */
  Feed open(InputStream standardInput, AtomicLong counted) {
    try {
      InputStream in = standardInput() ? standardInput : Files.newInputStream(Path.of(name));
      return new Feed(name, head.packing().open(new Counted(in, counted)));
    } catch (IOException e) {
      throw new BatchException(BatchException.Fault.INPUT, "cannot open " + name, e);
    }
  }

  /** Cuts it into records from a position on. */
  Splitter splitter(Feed feed, Position from) {
    boolean fresh = from.offset() == 0;
    if (!fresh) {
      feed.skip(from.offset());
    } else if (feed.peek() == 0xEF && feed.peek(1) == 0xBB && feed.peek(2) == 0xBF) {
      feed.skipMark();
    }
    Position at = new Position(number, feed.offset(), from.line(), from.number(), from.state());
    return switch (head.format()) {
      case LINES -> new Lines(feed, at);
      case CSV -> fresh ? new Lines(feed, at).behindHeader() : new Lines(feed, at);
      case JSON -> new JsonValues(feed, at);
      case YAML -> new YamlItems(feed, at);
    };
  }
}
