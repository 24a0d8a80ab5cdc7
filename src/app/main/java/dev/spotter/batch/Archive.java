package dev.spotter.batch;

import dev.spotter.intake.Reading;
import dev.spotter.vocabulary.Vocabulary;
import java.io.BufferedInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Very many clients as they were stored, gone through for something else than a folder of results.
 * Takes whatever a {@link Batch} takes, in bounded memory. Used once, by one thread.
 */
public final class Archive {
  private final List<Source> sources;
  private final InputStream standardInput;
  private final AtomicLong read = new AtomicLong();
  private long records;
  private long rejected;

  /**
   * Finds the inputs, and reads the beginning of each.
   *
   * @param names files, directories, globs, or {@code -}
   * @param standardInput read if one of them is {@code -}; not closed
   * @throws BatchException if one does not exist or cannot be read
   */
  public Archive(List<String> names, InputStream standardInput) {
    this.standardInput = new BufferedInputStream(standardInput, 2 * Head.LENGTH);
    this.sources = Sources.find(names, null, this.standardInput);
  }

  /** A client's record as it came. */
  public static final class Entry {
    private final Raw raw;
    private final String source;

    private Entry(Raw raw, String source) {
      this.raw = raw;
      this.source = source;
    }

    /** The name of the input it stands in. */
    public String source() {
      return source;
    }

    /** The line on which it begins, from 1. */
    public long line() {
      return raw.line();
    }
  }

  /** How a set of questions reads records. Safe for many threads. */
  public Function<Entry, Reading> reader(Vocabulary vocabulary) {
    Records reader = new Records(vocabulary, sources);
    return entry -> reader.read(entry.raw);
  }

  /** What is done with some records at a time. */
  public interface Work<T> {
    /** Makes something of them; called by many threads. */
    T of(List<Entry> entries);
  }

  /** Takes what was made, in the order of the input. */
  public interface Sink<T> {
    /** Called by one thread only. */
    void take(T made);
  }

  /**
   * Goes through all records.
   *
   * @param rejected tells how many of the records of a piece were rejected, for the pace
   * @param pace told now and then, by the calling thread
   * @param stop asked all the time
   * @return false if somebody asked to stop
   * @throws BatchException if an input cannot be read on
   */
  public <T> boolean each(
      int workers,
      Work<T> work,
      Sink<T> sink,
      ToLongFunction<T> rejected,
      java.util.function.Consumer<Pace> pace,
      BooleanSupplier stop) {
    record Made<T>(T made, int records) {}
    Chunks chunks = new Chunks(sources, Position.START, standardInput, read);
    Pipeline<Chunk, Made<T>> pipeline =
        new Pipeline<>(
            workers,
            chunks::next,
            chunk -> new Made<>(work.of(entries(chunk)), chunk.records().size()));
    return pipeline.run(
        made -> {
          sink.take(made.made());
          records += made.records();
          this.rejected += rejected.applyAsLong(made.made());
          pace.accept(new Pace(records, this.rejected, read.get(), size()));
          return true;
        },
        stop);
  }

  private List<Entry> entries(Chunk chunk) {
    return chunk.records().stream()
        .map(raw -> new Entry(raw, sources.get(raw.source()).name()))
        .toList();
  }

  private long size() {
    return sources.stream().anyMatch(Source::standardInput)
        ? -1
        : sources.stream().mapToLong(Source::size).sum();
  }
}
