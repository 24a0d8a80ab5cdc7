package dev.spotter.intake;

import dev.spotter.history.TrainingHistory;
import dev.spotter.intake.Node.Entry;
import dev.spotter.intake.Node.Kind;
import dev.spotter.intake.Node.Place;
import dev.spotter.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes a client's intake out of a program's own data. What is told is held against the questions
 * exactly as if it stood in a file, with the same problems. For one client and one thread.
 */
public final class IntakeBuilder {
  private static final Place NOWHERE = new Place(0, 0);

  private final Vocabulary vocabulary;
  private final String id;
  private final List<Entry> fields = new ArrayList<>();
  private @Nullable TrainingHistory history;

  /**
   * @param vocabulary of the rules that will assess the client
   * @param id the client's, on one line, 200 characters at most
   */
  public IntakeBuilder(Vocabulary vocabulary, String id) {
    this.vocabulary = vocabulary;
    this.id = id;
    own("id", id);
  }

  /**
   * Tells what was answered to one question. Leave a question out that nobody asked; {@code
   * "unknown"} was asked and is not known.
   *
   * @param question its id, {@code soreness.worst}
   * @param value a text (a choice's id), a number in the question's unit, true or false for yes or
   *     no, or a collection of choices
   * @throws IllegalArgumentException if the value is of another type; a wrong value of a right type
   *     is a problem of the reading
   */
  public IntakeBuilder answer(String question, Object value) {
    fields.add(new Entry(question, NOWHERE, node(value)));
    return this;
  }

  /** Tells also who answered: {@code self}, {@code trainer}. */
  public IntakeBuilder answer(String question, Object value, String by) {
    List<Entry> form =
        List.of(new Entry("value", NOWHERE, node(value)), new Entry("by", NOWHERE, node(by)));
    fields.add(new Entry(question, NOWHERE, new Node.Mapping(form, NOWHERE)));
    return this;
  }

  /** When the answers were given; where not told, the time by the clock of whoever assesses. */
  public IntakeBuilder at(OffsetDateTime at) {
    return own("at", at.toString());
  }

  /** The client's time zone, which decides on days; where not told, that of whoever assesses. */
  public IntakeBuilder zone(ZoneId zone) {
    return own("zone", zone.getId());
  }

  /** What was trained; taken as it is, for it is typed already. The last one told counts. */
  public IntakeBuilder history(TrainingHistory log) {
    history = log;
    return this;
  }

  /** The intake, or everything that is wrong with what was told. */
  public Reading read() {
    Reading reading =
        new IntakeBinder(vocabulary, "in code", id).bind(Row.grouped(fields, NOWHERE));
    return history != null && reading instanceof Reading.Read read
        ? new Reading.Read(read.intake().with(history), read.problems())
        : reading;
  }

  private IntakeBuilder own(String key, String text) {
    fields.add(new Entry(key, NOWHERE, node(text)));
    return this;
  }

  private static Node node(Object value) {
    if (value instanceof String text) {
      return new Node.Scalar(text, Kind.STRING, NOWHERE);
    }
    if (value instanceof Boolean yes) {
      return new Node.Scalar(yes.toString(), Kind.BOOLEAN, NOWHERE);
    }
    if (value instanceof BigDecimal exact) {
      return new Node.Scalar(exact.toPlainString(), Kind.NUMBER, NOWHERE);
    }
    if (value instanceof Number number) {
      return new Node.Scalar(number.toString(), Kind.NUMBER, NOWHERE);
    }
    if (value instanceof Collection<?> ticked) {
      return new Node.Sequence(ticked.stream().map(IntakeBuilder::node).toList(), NOWHERE);
    }
    throw new IllegalArgumentException(
        "an answer is a text, a number, true or false, or a collection of texts, not a "
            + value.getClass().getName());
  }
}
