package dev.spotter.batch;

import java.util.Arrays;

/** The bytes of one record while it is cut off: no more than so many are ever held. */
final class Gathered {
  /** Bytes of one record, far above any honest one. */
  static final int MOST = 8_000_000;

  /** What is kept of a record that is too long, to know it by. */
  private static final int HEAD = 1_000;

  private byte[] bytes = new byte[8_192];
  private int held;
  private long length;

  void clear() {
    held = 0;
    length = 0;
    if (bytes.length > 1 << 20) {
      bytes = new byte[8_192];
    }
  }

  void add(byte b) {
    if (held < MOST) {
      if (held == bytes.length) {
        grow(held + 1);
      }
      bytes[held++] = b;
    }
    length++;
  }

  void add(byte[] from, int start, int end) {
    int room = Math.min(end - start, MOST - held);
    if (held + room > bytes.length) {
      grow(held + room);
    }
    System.arraycopy(from, start, bytes, held, room);
    held += room;
    length += end - start;
  }

  private void grow(int least) {
    bytes = Arrays.copyOf(bytes, Math.min(MOST, Math.max(least, bytes.length * 2)));
  }

  /** True if there is nothing in it but spaces. */
  boolean blank() {
    for (int i = 0; i < held; i++) {
      if (!space(bytes[i])) {
        return false;
      }
    }
    return length == held;
  }

  static boolean space(int b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n';
  }

  /** Drops one byte from the end if it is this one. */
  void dropEnd(char end) {
    if (length == held && held > 0 && bytes[held - 1] == end) {
      held--;
      length--;
    }
  }

  /** Drops spaces from the end. */
  void dropSpaces() {
    while (length == held && held > 0 && space(bytes[held - 1])) {
      held--;
      length--;
    }
  }

  /** The byte at this place, or -1 where there is none. */
  int at(int index) {
    return index < held ? bytes[index] : -1;
  }

  /** What was gathered, as a record that began here. */
  Raw raw(Position start) {
    boolean fits = length <= MOST;
    return new Raw(
        start.source(),
        start.line(),
        start.offset(),
        start.number() + 1,
        Arrays.copyOf(bytes, fits ? held : HEAD),
        length,
        fits ? Raw.Cut.WHOLE : Raw.Cut.TOO_LONG);
  }
}
