package dev.spotter.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and its like as a polite request: whoever is at work is asked to stop, and the process
 * ends once that is done, with {@link Exit#INTERRUPTED}.
 */
final class Interrupt implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;

  private final CountDownLatch done = new CountDownLatch(1);
  private final Thread hook = new Thread(this::ask, "interrupt");
  private volatile boolean asked;

  Interrupt() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void ask() {
    asked = true;
    try {
      if (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("spotter: did not stop in time; the last checkpoint holds");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    System.err.flush();
    Runtime.getRuntime().halt(Exit.INTERRUPTED);
  }

  /** True once somebody has asked to stop. */
  boolean asked() {
    return asked;
  }

  /** Says that the work has stopped. */
  @Override
  public void close() {
    if (!asked) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // Asked in this very moment: the hook is running and waits for the line below.
        asked = true;
      }
    }
    done.countDown();
  }
}
