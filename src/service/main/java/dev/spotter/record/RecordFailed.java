package dev.spotter.record;

/** The record cannot be written or read; its message names no client. */
public sealed class RecordFailed extends RuntimeException permits NotKept, RecordTampered {
  private static final long serialVersionUID = 1;

  public RecordFailed(String message) {
    super(message);
  }

  public RecordFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
