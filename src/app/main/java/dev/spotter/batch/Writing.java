package dev.spotter.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes results behind one another, and a checkpoint now and then. For one thread. */
final class Writing {
  private static final long COMMIT_EVERY = Duration.ofSeconds(2).toNanos();

  private final Folder folder;
  private final Order order;
  private @Nullable Parts parts;
  private Checkpoint last;
  private Position position;
  private final Tally tally = new Tally();
  private long committedRecords;
  private long committedAt = System.nanoTime();

  /**
   * @param from where to go on
   */
  Writing(Folder folder, Checkpoint from, Order order) {
    this.folder = folder;
    this.order = order;
    this.last = from;
    this.position = from.position();
    tally.add(from.tally());
    this.committedRecords = tally.records();
  }

  /** Writes to these from now on; a table that is empty gets its column names. */
  Writing into(Parts open) throws IOException {
    parts = open;
    Form form = order.form();
    if (form.file() == Form.File.csv && Objects.equals(last.lengths().get(form.answers()), 0L)) {
      open.append(form.answers(), CsvAnswers.header(form.columns()));
    }
    return this;
  }

  OffsetDateTime now() {
    return OffsetDateTime.parse(last.now());
  }

  Position position() {
    return position;
  }

  Tally tally() {
    return tally;
  }

  /** The last that was written. */
  Checkpoint checkpoint() {
    return last;
  }

  boolean tooManyRejected() {
    return order.mostRejected() >= 0 && tally.rejected() > order.mostRejected();
  }

  /**
   * @throws UncheckedIOException if the disk does not take it
   */
  void take(Done done) {
    try {
      for (Map.Entry<String, byte[]> part : done.parts().entrySet()) {
        Objects.requireNonNull(parts).append(part.getKey(), part.getValue());
      }
      tally.add(done.tally());
      position = done.end();
      boolean many = tally.records() - committedRecords >= order.commitEvery();
      if (many || System.nanoTime() - committedAt >= COMMIT_EVERY) {
        commit(Checkpoint.Phase.READING);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes all that was taken hold. */
  void commit(Checkpoint.Phase phase) throws IOException {
    Map<String, Long> lengths = Objects.requireNonNull(parts).force();
    last = new Checkpoint(phase, last.now(), last.job(), position, lengths, tally);
    folder.write(last);
    committedRecords = tally.records();
    committedAt = System.nanoTime();
  }
}
