package dev.spotter.intake;

import java.io.IOException;
import java.io.Reader;

/** Carries a reader's failure through the YAML parser, which would hide its kind. */
final class Unchecked extends Reader {
  /** The failure on its way. */
  static final class Failed extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient IOException cause;

    Failed(IOException cause) {
      super(cause);
      this.cause = cause;
    }

    IOException cause() {
      return cause;
    }
  }

  private final Reader reader;

  Unchecked(Reader reader) {
    this.reader = reader;
  }

  @Override
  public int read(char[] target, int offset, int length) {
    try {
      return reader.read(target, offset, length);
    } catch (IOException e) {
      throw new Failed(e);
    }
  }

  @Override
  public void close() {
    // The reader belongs to whoever opened it.
  }
}
