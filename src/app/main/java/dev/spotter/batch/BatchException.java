package dev.spotter.batch;

import org.jspecify.annotations.Nullable;

/** The run cannot go on; the message names the file and says what to do. */
public final class BatchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Whose fault it is. */
  public enum Fault {
    /** The command does not fit the folder: it is finished, or was begun with something else. */
    COMMAND,
    /** An input cannot be had. */
    INPUT,
    /** The results cannot be written. */
    OUTPUT
  }

  private final Fault fault;

  BatchException(Fault fault, String message) {
    this(fault, message, null);
  }

  BatchException(Fault fault, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.fault = fault;
  }

  public Fault fault() {
    return fault;
  }
}
