package dev.spotter.app;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** How far long work is: a bar on a terminal, otherwise a line now and then. */
final class Progress implements AutoCloseable {
  private static final long LINE_EVERY = Duration.ofSeconds(15).toNanos();

  private final String what;
  private final long all;
  private final PrintStream err;
  private final @Nullable ProgressBar bar;
  private final long began = System.nanoTime();
  private long lastLine = began;

  /**
   * @param what is counted
   * @param all how many there will be; negative where nobody knows
   * @param err where to say it
   */
  Progress(String what, long all, PrintStream err) {
    this.what = what;
    this.all = all;
    this.err = err;
    this.bar = Boolean.getBoolean("spotter.terminal.err") ? bar(what, all, err) : null;
  }

  private static ProgressBar bar(String what, long all, PrintStream err) {
    return new ProgressBarBuilder()
        .setTaskName(what)
        .setInitialMax(all)
        .setStyle(ProgressBarStyle.ASCII)
        .showSpeed()
        .setConsumer(new ConsoleProgressBarConsumer(err))
        .build();
  }

  /** So many are done. */
  void at(long done) {
    at(done, "");
  }

  /**
   * So many are done.
   *
   * @param note what else there is to say
   */
  void at(long done, String note) {
    if (bar != null) {
      bar.stepTo(done);
      bar.setExtraMessage(note);
      return;
    }
    long now = System.nanoTime();
    if (now - lastLine >= LINE_EVERY) {
      lastLine = now;
      long rate = done * 1_000_000_000 / Math.max(1, now - began);
      String speed = note.isEmpty() ? ", " + rate + " a second" : "";
      String end = all < 0 ? "" : " of " + all + speed + ", about " + left(done, now) + " s left";
      err.println(what + ": " + done + end + (note.isEmpty() ? "" : ": " + note));
    }
  }

  private long left(long done, long now) {
    return (long) ((double) (now - began) / Math.max(1, done) * (all - done) / 1e9);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
