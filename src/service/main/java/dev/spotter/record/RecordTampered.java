package dev.spotter.record;

/** Something in the record is not as it was written; {@code spotter audit} tells all of it. */
public final class RecordTampered extends RecordFailed {
  private static final long serialVersionUID = 1;

  RecordTampered(String message) {
    super(message + "; run spotter audit");
  }

  RecordTampered(String message, Throwable cause) {
    super(message + "; run spotter audit", cause);
  }
}
