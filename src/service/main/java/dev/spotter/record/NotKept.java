package dev.spotter.record;

/** Too little of a decision was kept to give it again. */
public final class NotKept extends RecordFailed {
  private static final long serialVersionUID = 1;

  NotKept(String message) {
    super(message);
  }
}
