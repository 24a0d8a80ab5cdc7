package dev.spotter.log;

/** A file that cannot be read as a training log at all; the message says why and what to do. */
public final class LogRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LogRefused(String message) {
    super(message);
  }
}
