package dev.spotter.app;

/** The input cannot be used at all; the message says why and what to do. */
final class InputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  InputException(String message) {
    super(message);
  }
}
