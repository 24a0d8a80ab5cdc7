package dev.spotter.batch;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes of a file as they are stored, counted for whoever wants to know how far the run is.
 * Says that there is more until there is no more: the JDK's reader of gzip takes a zero for the
 * end.
 */
final class Counted extends InputStream {
  private final InputStream in;
  private final AtomicLong count;
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;

  Counted(InputStream in, AtomicLong count) {
    this.in = in;
    this.count = count;
  }

  @Override
  public int read() throws IOException {
    return more() ? buffer[from++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!more()) {
      return -1;
    }
    int n = Math.min(length, to - from);
    System.arraycopy(buffer, from, target, offset, n);
    from += n;
    return n;
  }

  @Override
  public long skip(long n) throws IOException {
    long held = Math.min(n, to - from);
    from += (int) held;
    long skipped = held < n ? in.skip(n - held) : 0;
    count.addAndGet(skipped);
    return held + skipped;
  }

  @Override
  public int available() throws IOException {
    return more() ? to - from : 0;
  }

  private boolean more() throws IOException {
    if (from < to) {
      return true;
    }
    from = 0;
    to = Math.max(0, in.read(buffer, 0, buffer.length));
    count.addAndGet(to);
    return to > 0;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
