package dev.spotter.log;

import dev.spotter.history.TrainingHistory.LiftedSet;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a set of a row, or says why it is none. */
final class SetReader {
  private static final int MOST_SETS = 50;

  private final Dates dates;
  private final Numerals numerals;
  private final Weights weights;
  private final LocalDateTime now;
  private final Sessions sessions;
  private final Ledger ledger;

  /**
   * @param now the clock in the log's zone; what begins later is set aside
   */
  SetReader(
      Dates dates,
      Numerals numerals,
      Weights weights,
      LocalDateTime now,
      Sessions sessions,
      Ledger ledger) {
    this.dates = dates;
    this.numerals = numerals;
    this.weights = weights;
    this.now = now;
    this.sessions = sessions;
    this.ledger = ledger;
  }

  /** A row's number where it has one; {@code NaN} for what is none. */
  private double number(Cells cells, Column column) {
    Double number = numerals.of(cells.text(column));
    return number == null ? Double.NaN : number;
  }

  void take(Cells cells, boolean mended) {
    String mark = mark(cells);
    if (cells.isHeader()) {
      aside(Reason.REPEATED_HEADER, cells, null);
    } else if (Words.pause(mark) || Words.pause(cells.text(Column.EXERCISE))) {
      aside(Reason.REST_TIMER, cells, null);
    } else if (Words.remark(mark)) {
      aside(Reason.REMARK, cells, null);
    } else if (!cells.filled(Column.EXERCISE)) {
      aside(Reason.NO_EXERCISE, cells, null);
    } else {
      dated(cells, mark, mended);
    }
  }

  /** What a row says of its kind: the column for it, else a set number that is no number. */
  private String mark(Cells cells) {
    String order = cells.text(Column.ORDER);
    return cells.filled(Column.KIND) ? cells.text(Column.KIND) : numerals.fits(order) ? "" : order;
  }

  private void dated(Cells cells, String mark, boolean mended) {
    Dates.When when = dates.of(cells.text(Column.START));
    if (when == null) {
      aside(Reason.BAD_DATE, cells, cells.text(Column.START));
    } else if (when.start() == null
        ? when.date().isAfter(now.toLocalDate())
        : when.start().isAfter(now)) {
      aside(Reason.LATER, cells, cells.text(Column.START));
    } else {
      measured(cells, when, mark, mended);
    }
  }

  private void measured(Cells cells, Dates.When when, String mark, boolean mended) {
    Weights.Load load = weights.of(cells);
    Reason wrong = load.wrong();
    for (Column column : new Column[] {Column.REPS, Column.SETS}) {
      wrong = wrong != null ? wrong : wrong(cells, column);
    }
    if (wrong != null) {
      aside(wrong, cells, measures(cells));
      return;
    }
    boolean timed = number(cells, Column.SECONDS) > 0 || distance(cells) || clocked(cells);
    Double reps = numerals.of(cells.text(Column.REPS));
    boolean none = reps == null || (reps == 0 && (timed || load.kg() == null));
    if (none && load.kg() == null) {
      boolean known = mark.isEmpty() || Words.kind(mark) != null;
      aside(
          known ? (timed ? Reason.TIMED : Reason.EMPTY) : Reason.UNKNOWN_MARK,
          cells,
          known ? null : mark);
      return;
    }
    Set<Reason> odd = EnumSet.noneOf(Reason.class);
    add(odd, mended ? Reason.MENDED : null);
    add(odd, load.odd());
    add(odd, !none && reps != null && reps == 0 ? Reason.NO_REPS : null);
    add(odd, !mark.isEmpty() && Words.kind(mark) == null ? Reason.MARK_IGNORED : null);
    LiftedSet set =
        new LiftedSet(
            load.kg(),
            none || reps == null ? null : reps.intValue(),
            effort(cells, Column.RPE, 1, odd),
            effort(cells, Column.RIR, 0, odd),
            kind(mark));
    keep(cells, when, set, odd);
  }

  private static void add(Set<Reason> odd, @Nullable Reason one) {
    if (one != null) {
      odd.add(one);
    }
  }

  private @Nullable Reason wrong(Cells cells, Column column) {
    double number = number(cells, column);
    if (!cells.filled(column)) {
      return null;
    }
    if (Double.isNaN(number) || number % 1 != 0) {
      return Reason.BAD_NUMBER;
    }
    boolean reps = column == Column.REPS;
    double most = reps ? LiftedSet.MOST_REPS : MOST_SETS;
    return number < (reps ? 0 : 1) || number > most ? Reason.OUT_OF_RANGE : null;
  }

  private boolean distance(Cells cells) {
    return cells.texts(Column.DISTANCE).stream()
        .map(numerals::of)
        .anyMatch(d -> d != null && d > 0);
  }

  private static boolean clocked(Cells cells) {
    Integer seconds = Lengths.seconds(cells.text(Column.SECONDS));
    return seconds != null && seconds > 0;
  }

  /** Of the three numbers that make a set, what stands there. */
  private static String measures(Cells cells) {
    String load = cells.text(Column.LOAD) + cells.text(Column.LOAD_KG) + cells.text(Column.LOAD_LB);
    return load + cells.text(Column.UNIT) + " x " + cells.text(Column.REPS);
  }

  /** RPE or RIR; an RPE of 0 is how apps write none. */
  private @Nullable Double effort(Cells cells, Column column, int least, Set<Reason> odd) {
    double effort = number(cells, column);
    if (!cells.filled(column) || (effort == 0 && least > 0)) {
      return null;
    }
    if (effort >= least && effort <= 10) {
      return effort;
    }
    odd.add(Reason.BAD_EFFORT);
    return null;
  }

  private static @Nullable String kind(String mark) {
    String kind = mark.isEmpty() ? null : Words.kind(mark);
    return Words.NORMAL.equals(kind) ? null : kind;
  }

  private void keep(Cells cells, Dates.When when, LiftedSet set, Set<Reason> odd) {
    if (!sessions.add(cells, when, set, numbered(cells), odd)) {
      aside(Reason.DUPLICATE, cells, null);
      return;
    }
    int sets = cells.filled(Column.SETS) ? (int) number(cells, Column.SETS) : 1;
    for (int more = 1; more < sets; more++) {
      sessions.again(set);
    }
    ledger.keep(sets);
    odd.forEach(reason -> ledger.note(reason, cells.line(), value(reason, cells)));
  }

  private boolean numbered(Cells cells) {
    return cells.filled(Column.ORDER) && numerals.of(cells.text(Column.ORDER)) != null;
  }

  private static @Nullable String value(Reason reason, Cells cells) {
    return switch (reason) {
      case MENDED -> cells.text(Column.EXERCISE);
      case MARK_IGNORED -> cells.text(Column.KIND) + cells.text(Column.ORDER);
      case BAD_EFFORT -> cells.text(Column.RPE) + cells.text(Column.RIR);
      case TWO_SESSIONS -> cells.text(Column.START);
      case FORGOTTEN_TIMER, BAD_LENGTH -> cells.text(Column.DURATION);
      default -> null;
    };
  }

  private void aside(Reason reason, Cells cells, @Nullable String value) {
    ledger.setAside(reason, cells.line(), value);
  }
}
