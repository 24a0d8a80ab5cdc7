package dev.spotter.batch;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Works on pieces with several threads and hands the results on in the order of the pieces. One
 * thread takes pieces in, and waits while so many are not yet handed on: memory is bounded by that.
 *
 * @param <I> a piece
 * @param <O> what is made of it
 */
final class Pipeline<I, O> {
  private static final long LOOK_UP_MILLIS = 100;

  private final Supplier<@Nullable I> pieces;
  private final Function<I, O> work;
  private final int workers;
  private final BlockingQueue<Future<@Nullable O>> inOrder;
  private volatile boolean ended;

  /**
   * @param pieces gives null at the end
   * @param work safe for many threads
   */
  Pipeline(int workers, Supplier<@Nullable I> pieces, Function<I, O> work) {
    this.workers = workers;
    this.pieces = pieces;
    this.work = work;
    this.inOrder = new ArrayBlockingQueue<>(2 * workers + 2);
  }

  /**
   * Runs until the pieces end, the sink says no, or somebody asks to stop.
   *
   * @param sink called by this thread only; false for enough
   * @param stop asked before each result
   * @return true if the pieces came to their end
   * @throws RuntimeException what pieces or work have thrown, after all results before it
   */
  boolean run(Predicate<O> sink, BooleanSupplier stop) {
    ExecutorService pool = Executors.newFixedThreadPool(workers, r -> daemon(r, "batch worker"));
    Thread reader = daemon(() -> read(pool), "batch reader");
    reader.start();
    try {
      return handOn(sink, stop);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      ended = true;
      inOrder.clear();
      reader.interrupt();
      pool.shutdownNow();
    }
  }

  private boolean handOn(Predicate<O> sink, BooleanSupplier stop) throws InterruptedException {
    while (!stop.getAsBoolean()) {
      Future<@Nullable O> next = inOrder.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS);
      if (next != null) {
        O result = result(next);
        if (result == null) {
          return true;
        }
        if (!sink.test(result)) {
          return false;
        }
      }
    }
    return false;
  }

  private static <T> @Nullable T result(Future<@Nullable T> next) throws InterruptedException {
    try {
      return next.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException(e);
    }
  }

  private void read(ExecutorService pool) {
    try {
      for (I piece = pieces.get(); piece != null && !ended; piece = pieces.get()) {
        I taken = piece;
        FutureTask<@Nullable O> task = new FutureTask<>(() -> work.apply(taken));
        inOrder.put(task);
        pool.execute(task);
      }
      inOrder.put(CompletableFuture.completedFuture(null));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      if (!ended) {
        fail(e);
      }
    }
  }

  private void fail(Throwable e) {
    try {
      inOrder.put(CompletableFuture.failedFuture(e));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }
}
