package dev.spotter.app;

import dev.spotter.batch.Pace;
import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How far a batch is: by the bytes of its input, since nobody knows the number of records. */
final class BatchProgress implements AutoCloseable {
  private static final long MEGA = 1_000_000;

  private final PrintStream err;
  private final long began = System.nanoTime();
  private @Nullable Progress progress;
  private long before = -1;
  private long done;

  BatchProgress(PrintStream err) {
    this.err = err;
  }

  void at(Pace pace) {
    if (progress == null) {
      before = pace.records();
      progress = new Progress("MB", pace.all() < 0 ? -1 : (pace.all() + MEGA - 1) / MEGA, err);
    }
    done = pace.records();
    progress.at(
        pace.read() / MEGA,
        String.format(Locale.ROOT, "%,d records%s, %,d rejected", done, rate(), pace.rejected()));
  }

  /** Records a second of this run, in words; empty where too little was done to tell. */
  String rate() {
    long millis = (System.nanoTime() - began) / 1_000_000;
    return before < 0 || done == before
        ? ""
        : String.format(
            Locale.ROOT, " (%,d a second)", (done - before) * 1_000 / Math.max(1, millis));
  }

  @Override
  public void close() {
    if (progress != null) {
      progress.close();
    }
  }
}
