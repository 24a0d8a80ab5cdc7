package dev.spotter.record;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that appends for all: whatever waits goes into one transaction, so that many callers
 * share one write to the disk. After a failure it connects anew for the next.
 */
final class Writer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("dev.spotter.record");
  private static final int WAITING = 1_000;
  private static final int TOGETHER = 200;
  private static final int SECONDS = 30;

  private final Database database;
  private final Chain chain;
  private final @Nullable Anchor anchor;
  private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING);
  private final Thread thread = new Thread(this::run, "spotter record");
  private @Nullable Handle handle;
  private volatile boolean closed;

  private record Waiting(List<Draft> drafts, CompletableFuture<Void> done) {}

  Writer(Database database, Chain chain, @Nullable Anchor anchor) {
    this.database = database;
    this.chain = chain;
    this.anchor = anchor;
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Returns once the drafts are on the disk, behind one another.
   *
   * @throws RecordFailed if they are not, or not in time
   */
  void append(List<Draft> drafts) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    if (closed || !thread.isAlive() || !queue.offer(new Waiting(drafts, done))) {
      throw new RecordFailed("the record is closed or too busy");
    }
    try {
      done.get(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RecordFailed("interrupted while the record was written", e);
    } catch (TimeoutException | ExecutionException e) {
      throw new RecordFailed("the record cannot be written", e);
    }
  }

  private void run() {
    while (!closed || !queue.isEmpty()) {
      try {
        Waiting first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          write(together(first));
        }
      } catch (InterruptedException e) {
        break;
      }
    }
    disconnect();
  }

  private List<Waiting> together(Waiting first) {
    List<Waiting> batch = new ArrayList<>(List.of(first));
    queue.drainTo(batch, TOGETHER - 1);
    return batch;
  }

  private void write(List<Waiting> batch) {
    List<Draft> drafts = batch.stream().flatMap(w -> w.drafts().stream()).toList();
    try {
      Handle connected = handle == null ? database.open() : handle;
      handle = connected;
      Chain.Head head = connected.inTransaction(h -> chain.append(h, drafts));
      if (anchor != null) {
        anchor.write(head);
      }
      batch.forEach(w -> w.done().complete(null));
    } catch (RuntimeException e) {
      LOG.error("{} decisions were not kept: {}", drafts.size(), cause(e));
      chain.forget();
      disconnect();
      batch.forEach(w -> w.done().completeExceptionally(e));
    }
  }

  /** What failed, without what was to be written: messages of databases may quote it. */
  private static String cause(Throwable failed) {
    Throwable deepest = failed;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    return String.valueOf(
        failed instanceof RecordFailed ? failed.getMessage() : deepest.getClass().getName());
  }

  private void disconnect() {
    Handle last = handle;
    handle = null;
    try {
      if (last != null) {
        last.close();
      }
    } catch (RuntimeException e) {
      LOG.debug("the broken connection did not close", e);
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join(TimeUnit.SECONDS.toMillis(SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
