package dev.spotter.batch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Goes through the sources from a position on, some records at a time. For one thread. */
final class Chunks implements Closeable {
  private static final int RECORDS = 256;
  private static final int BYTES = 1 << 19;

  private final List<Source> sources;
  private final InputStream standardInput;
  private final AtomicLong counted;
  private Position at;
  private @Nullable Feed feed;
  private @Nullable Splitter splitter;
  private @Nullable BatchException failure;

  /**
   * @param counted gets the stored bytes that are read
   */
  Chunks(List<Source> sources, Position from, InputStream standardInput, AtomicLong counted) {
    this.sources = sources;
    this.at = from;
    this.standardInput = standardInput;
    this.counted = counted;
  }

  /**
   * The next records, or null at the end of the last source.
   *
   * @throws BatchException if a source cannot be read on; all records before it were given
   */
  @Nullable Chunk next() {
    List<Raw> records = new ArrayList<>();
    Position end = at;
    long bytes = 0;
    while (failure == null && records.size() < RECORDS && bytes < BYTES) {
      Raw raw = record();
      if (raw == null) {
        break;
      }
      records.add(raw);
      bytes += raw.bytes().length;
      end = at;
    }
    if (!records.isEmpty()) {
      return new Chunk(records, end);
    }
    if (failure != null) {
      throw failure;
    }
    return null;
  }

  private @Nullable Raw record() {
    try {
      while (at.source() < sources.size()) {
        Splitter current = splitter == null ? open() : splitter;
        Raw raw = current.next();
        if (raw != null) {
          at = current.position();
          return raw;
        }
        close();
        at = Position.of(at.source() + 1);
      }
    } catch (BatchException e) {
      failure = e;
    }
    return null;
  }

  private Splitter open() {
    Source source = sources.get(at.source());
    Feed opened = source.open(standardInput, counted);
    feed = opened;
    Splitter begun = source.splitter(opened, at);
    splitter = begun;
    return begun;
  }

  @Override
  public void close() {
    try {
      if (feed != null) {
        feed.close();
      }
    } catch (IOException e) {
      throw new BatchException(BatchException.Fault.INPUT, "cannot close an input near " + at, e);
    }
    feed = null;
    splitter = null;
  }
}
