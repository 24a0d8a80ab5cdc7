package dev.spotter.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads UTF-8 strictly, and knows the line and column of the first byte that is none. */
final class Utf8 extends Reader {
  /** A byte that is no UTF-8. */
  static final class BadByte extends IOException {
    private static final long serialVersionUID = 1L;
    private final transient Node.Place place;

    BadByte(Node.Place place) {
      super("not UTF-8");
      this.place = place;
    }

    Node.Place place() {
      return place;
    }
  }

  private final InputStream in;
  private final CharsetDecoder decoder =
      StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final ByteBuffer bytes = ByteBuffer.allocate(16_384).flip();
  private boolean ended;
  private int line = 1;
  private int column = 1;

  private Utf8(InputStream in) {
    this.in = in;
  }

  /**
   * A reader behind the byte order mark, if there is one.
   *
   * @return null if the bytes are plainly of another encoding
   */
  static @Nullable Utf8 of(InputStream in) throws IOException {
    PushbackInputStream start = new PushbackInputStream(in, 4);
    byte[] head = start.readNBytes(4);
    int a = head.length > 0 ? head[0] & 0xFF : 1;
    int b = head.length > 1 ? head[1] & 0xFF : 1;
    int c = head.length > 2 ? head[2] & 0xFF : 1;
    if ((a == 0xFE && b == 0xFF) || (a == 0xFF && b == 0xFE) || a == 0 || b == 0) {
      return null;
    }
    boolean mark = a == 0xEF && b == 0xBB && c == 0xBF;
    int skip = mark ? 3 : 0;
    start.unread(head, skip, head.length - skip);
    return new Utf8(start);
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    CharBuffer out = CharBuffer.wrap(target, offset, length);
    int before = out.position();
    while (out.position() == before) {
      if (!fill()) {
        return -1;
      }
      CoderResult result = decoder.decode(bytes, out, ended);
      count(target, offset, offset + out.position() - before);
      if (result.isError()) {
        if (out.position() > before) {
          break;
        }
        throw new BadByte(new Node.Place(line, column));
      }
      if (result.isOverflow() && out.position() == before) {
        return pair(target, offset);
      }
    }
    return out.position() - before;
  }

  /** A character beyond the first plane needs room for two; a lone free place has none. */
  private int pair(char[] target, int offset) throws IOException {
    throw new IOException(
        "a reader asked for half a character at " + offset + " of " + target.length);
  }

  private boolean fill() throws IOException {
    if (ended) {
      return bytes.hasRemaining();
    }
    bytes.compact();
    int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (read > 0) {
      bytes.position(bytes.position() + read);
    } else if (read < 0) {
      ended = true;
    }
    bytes.flip();
    return !ended || bytes.hasRemaining();
  }

  private void count(char[] text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text[i] == '\n') {
        line++;
        column = 1;
      } else {
        column++;
      }
    }
  }

  @Override
  public void close() {
    // The stream belongs to whoever opened it.
  }
}
