package dev.spotter.batch;

import dev.spotter.assess.Assessor;
import dev.spotter.rules.RuleSet;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One run over very many clients. Killed at any moment, the same run goes on where the last
 * checkpoint was, and leaves the same bytes as if nothing had happened. Used once, by one thread.
 */
public final class Batch {
  private final RuleSet rules;
  private final Order order;
  private final InputStream standardInput;
  private final Consumer<String> say;

  /**
   * @param standardInput read if an input is {@code -}; not closed
   * @param say gets sentences for people, such as where a run goes on
   */
  public Batch(RuleSet rules, Order order, InputStream standardInput, Consumer<String> say) {
    this.rules = rules;
    this.order = order;
    this.standardInput = new BufferedInputStream(standardInput, 2 * Head.LENGTH);
    this.say = say;
  }

  /**
   * Runs until the input ends, somebody asks to stop, or too much was rejected.
   *
   * @param stop asked all the time; what is done by then holds
   * @param pace told now and then, by the calling thread
   * @throws BatchException if it cannot go on; what was done until then holds
   */
  public Outcome run(BooleanSupplier stop, Consumer<Pace> pace) {
    List<Source> sources = Sources.find(order.inputs(), order.out(), standardInput);
    Job job = Job.of(order, sources, rules.id());
    try (Folder folder = new Folder(order.out())) {
      Checkpoint from = begin(folder, job, sources);
      Writing writing = new Writing(folder, from, order);
      if (from.phase() == Checkpoint.Phase.READING) {
        try (Parts parts = new Parts(folder, from.lengths())) {
          Outcome.Ending ending = read(sources, writing.into(parts), stop, pace);
          if (ending != Outcome.Ending.FINISHED) {
            return Outcome.of(ending, writing.tally());
          }
        }
      }
      new Finish(folder, order.form(), rules).finish(writing.checkpoint(), sources);
      return Outcome.of(Outcome.Ending.FINISHED, writing.tally());
    } catch (UncheckedIOException e) {
      throw unwritable(e.getCause());
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private BatchException unwritable(@Nullable IOException e) {
    return new BatchException(
        BatchException.Fault.OUTPUT,
        "cannot write the results in "
            + order.out()
            + "; what the last checkpoint holds is kept, and the same command goes on from there",
        e);
  }

  private Checkpoint begin(Folder folder, Job job, List<Source> sources) throws IOException {
    if (order.restart()) {
      folder.clear();
    }
    Checkpoint before = folder.checkpoint();
    if (before != null) {
      return goOn(folder, before, job, sources);
    }
    if (folder.holdsResults()) {
      throw new BatchException(
          BatchException.Fault.COMMAND,
          folder + " holds results without a checkpoint; choose another folder, or --restart");
    }
    if (sources.stream().anyMatch(Source::standardInput)) {
      say.accept("standard input cannot be read twice: if interrupted, this run begins anew");
    }
    OffsetDateTime now =
        order.now() == null
            ? OffsetDateTime.now(order.zone()).truncatedTo(ChronoUnit.SECONDS)
            : order.now();
    Map<String, Long> lengths = new LinkedHashMap<>();
    lengths.put(order.form().answers(), 0L);
    lengths.put(Folder.REJECTED, 0L);
    Call.LEVELS.forEach(level -> lengths.put(Folder.calls(level), 0L));
    Checkpoint first =
        new Checkpoint(
            Checkpoint.Phase.READING, now.toString(), job, Position.START, lengths, new Tally());
    folder.write(first);
    return first;
  }

  private Checkpoint goOn(Folder folder, Checkpoint before, Job job, List<Source> sources) {
    List<String> differences = job.differences(before.job());
    if (before.phase() == Checkpoint.Phase.FINISHED) {
      throw new BatchException(
          BatchException.Fault.COMMAND,
          folder
              + " holds the results of a finished run; choose another folder, or --restart"
              + (differences.isEmpty() ? "" : " (" + differences.get(0) + ")"));
    }
    if (!differences.isEmpty()) {
      throw new BatchException(
          BatchException.Fault.COMMAND,
          folder
              + " holds a run that was begun otherwise: "
              + String.join("; ", differences)
              + ". Give the same command, or --restart to throw away what is there");
    }
    if (sources.stream().anyMatch(Source::standardInput)) {
      throw new BatchException(
          BatchException.Fault.COMMAND,
          folder + " holds a run from standard input, which cannot be gone on with: --restart");
    }
    Position at = before.position();
    say.accept(
        "going on after "
            + before.tally().records()
            + " records"
            + (at.source() < sources.size()
                ? ", at line " + at.line() + " of " + sources.get(at.source()).name()
                : ""));
    return before;
  }

  private Outcome.Ending read(
      List<Source> sources, Writing writing, BooleanSupplier stop, Consumer<Pace> pace)
      throws IOException {
    if (writing.tooManyRejected()) {
      return Outcome.Ending.TOO_MANY_REJECTED;
    }
    AtomicLong counted = new AtomicLong();
    long all =
        sources.stream().anyMatch(Source::standardInput)
            ? -1
            : sources.stream().mapToLong(Source::size).sum();
    Assessor.Settings settings = Assessor.Settings.at(writing.now(), order.zone());
    Assessing assessing = new Assessing(rules, settings, order.form(), sources);
    Chunks chunks = new Chunks(sources, writing.position(), standardInput, counted);
    Pipeline<Chunk, Done> pipeline = new Pipeline<>(order.workers(), chunks::next, assessing::work);
    boolean ended;
    @Nullable BatchException unreadable = null;
    try {
      ended =
          pipeline.run(
              done -> {
                writing.take(done);
                Tally tally = writing.tally();
                pace.accept(new Pace(tally.records(), tally.rejected(), counted.get(), all));
                return !writing.tooManyRejected();
              },
              stop);
    } catch (BatchException e) {
      ended = false;
      unreadable = e;
    }
    writing.commit(ended ? Checkpoint.Phase.FINISHING : Checkpoint.Phase.READING);
    if (unreadable != null) {
      throw unreadable;
    }
    return ended
        ? Outcome.Ending.FINISHED
        : writing.tooManyRejected() ? Outcome.Ending.TOO_MANY_REJECTED : Outcome.Ending.INTERRUPTED;
  }
}
