package dev.spotter.log;

import java.util.List;
import java.util.function.Consumer;

/** Counts each row, and hands on those whose fields are the header's, or could be made so. */
final class RowTaker implements Consumer<Rows.Row> {
  private static final List<Column> READ =
      List.of(
          Column.START,
          Column.EXERCISE,
          Column.ORDER,
          Column.KIND,
          Column.LOAD,
          Column.LOAD_KG,
          Column.LOAD_LB,
          Column.UNIT,
          Column.REPS,
          Column.SETS,
          Column.BEST_DEADLIFT);

  private final Header header;
  private final Rows rows;
  private final Mending mending;
  private final Sink sink;
  private final Ledger ledger;

  /** Where rows go on. */
  interface Sink {
    /**
     * @param mended whether it had a comma too many
     */
    void take(Cells cells, boolean mended);
  }

  RowTaker(Header header, Rows rows, Mending mending, Sink sink, Ledger ledger) {
    this.header = header;
    this.rows = rows;
    this.mending = mending;
    this.sink = sink;
    this.ledger = ledger;
  }

  @Override
  public void accept(Rows.Row row) {
    ledger.row();
    int surplus = row.fields().size() - header.width();
    if (row.broken() != null) {
      ledger.setAside(row.broken(), row.line(), null);
    } else if (row.blank()) {
      ledger.setAside(Reason.EMPTY, row.line(), null);
    } else if (surplus > 0) {
      mend(row);
    } else if (surplus < 0 && !reachesFarEnough(row)) {
      ledger.setAside(Reason.MISSING, row.line(), null);
    } else {
      sink.take(new Cells(header, row.line(), row.fields()), false);
    }
  }

  private void mend(Rows.Row row) {
    Cells mended = mending.mend(row);
    if (mended == null) {
      ledger.setAside(Reason.SURPLUS, row.line(), null);
    } else {
      sink.take(mended, true);
    }
  }

  /**
   * Spreadsheets leave out empty cells at the end. The last row of a file may be cut off within a
   * number, though.
   */
  private boolean reachesFarEnough(Rows.Row row) {
    int furthest =
        READ.stream()
            .flatMap(c -> header.places().getOrDefault(c, List.of()).stream())
            .mapToInt(Integer::intValue)
            .max()
            .orElse(0);
    return row.fields().size() > furthest && !rows.isLast(row.line());
  }
}
