package dev.spotter.batch;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The unpacked bytes of one source, one after the other, and how many there were. */
final class Feed implements Closeable {
  private final String name;
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;
  private long base;

  /**
   * @param name for messages
   * @param in unpacked; closed with this
   */
  Feed(String name, InputStream in) {
    this.name = name;
    this.in = in;
  }

  /** Bytes before the next one. */
  long offset() {
    return base + from;
  }

  /** The next byte, or -1 at the end. */
  int read() {
    return from < to || fill(1) ? buffer[from++] & 0xFF : -1;
  }

  /** The next byte, which stays the next, or -1 at the end. */
  int peek() {
    return peek(0);
  }

  /** The byte after so many others, which all stay, or -1 behind the end; a few hundred at most. */
  int peek(int ahead) {
    return from + ahead < to || fill(ahead + 1) ? buffer[from + ahead] & 0xFF : -1;
  }

  /**
   * Moves a line into {@code line}, without its end.
   *
   * @param line null to drop it
   * @return false if there is none
   */
  boolean line(@Nullable Gathered line) {
    if (from == to && !fill(1)) {
      return false;
    }
    do {
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      if (line != null) {
        line.add(buffer, from, end);
      }
      from = end;
      if (end < to) {
        from++;
        if (line != null) {
          line.dropEnd('\r');
        }
        return true;
      }
    } while (fill(1));
    return true;
  }

  /** Makes so many bytes stand in the buffer; false if the source has not so many left. */
  private boolean fill(int least) {
    System.arraycopy(buffer, from, buffer, 0, to - from);
    base += from;
    to -= from;
    from = 0;
    while (to < least) {
      int read = read(buffer, to);
      if (read < 0) {
        return false;
      }
      to += read;
    }
    return true;
  }

  private int read(byte[] target, int at) {
    try {
      return in.read(target, at, target.length - at);
    } catch (IOException e) {
      throw unreadable(base + to, e);
    }
  }

  /** Goes over a byte order mark. */
  void skipMark() {
    from += 3;
  }

  /** Goes over bytes that were dealt with before, as the first thing. */
  void skip(long bytes) {
    try {
      in.skipNBytes(bytes);
      base += bytes;
    } catch (IOException e) {
      throw unreadable(base, e);
    }
  }

  private BatchException unreadable(long at, IOException e) {
    return new BatchException(
        BatchException.Fault.INPUT,
        "cannot read "
            + name
            + " beyond byte "
            + at
            + " (unpacked): it is cut off or damaged there; what came before is done",
        e);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
