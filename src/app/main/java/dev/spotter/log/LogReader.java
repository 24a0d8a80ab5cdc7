package dev.spotter.log;

import dev.spotter.history.TrainingHistory;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads exports of training apps. Immutable, safe for many threads. */
public final class LogReader {
  private final Settings settings;

  /**
   * What a file may not say itself.
   *
   * @param unit kg or lb, for files that name no unit and for what is shown; or null
   * @param now the clock: later sessions are set aside
   * @param zone of the log's local times
   */
  public record Settings(@Nullable String unit, OffsetDateTime now, ZoneId zone) {}

  public LogReader(Settings settings) {
    this.settings = settings;
  }

  /**
   * Reads one file.
   *
   * @param source its name
   * @param in its bytes; not closed
   * @throws LogRefused if it is no log, or if nothing says whether its loads are kg or lb
   * @throws IOException if the bytes cannot be had
   */
  public Imported read(String source, InputStream in) throws IOException {
    return read(source, in.readNBytes(Decoded.MOST_BYTES + 1));
  }

  /**
   * Reads one file.
   *
   * @throws LogRefused if it is no log, or if nothing says whether its loads are kg or lb
   */
  public Imported read(String source, byte[] bytes) {
    Decoded decoded = Decoded.of(bytes);
    Header header = Header.of(decoded.text());
    Rows rows = new Rows(decoded.text(), header.delimiter());
    Ledger ledger = new Ledger();
    if (decoded.odd() != null) {
      ledger.note(decoded.odd(), decoded.line(), null);
    }
    header.unknown().forEach(name -> ledger.note(Reason.UNKNOWN_COLUMN, header.line(), name));
    TrainingHistory history = read(header, rows, ledger);
    Counts counts = ledger.counts();
    if (counts.rows() == 0) {
      throw new LogRefused("there is a header and no row below it; export the log again");
    }
    return new Imported(source, header.app().title(), history, ledger.warnings(), counts);
  }

  private TrainingHistory read(Header header, Rows rows, Ledger ledger) {
    Survey survey = Survey.of(header, rows, settings.zone());
    Dates dates = survey.dates();
    Numerals numerals = survey.numerals();
    LocalDateTime now = settings.now().atZoneSameInstant(settings.zone()).toLocalDateTime();
    Weights weights = new Weights(header, survey, numerals, settings.unit());
    Mending mending = new Mending(header, dates, numerals, survey.categories());
    String named = header.unit();
    if (named != null && settings.unit() != null && !named.equals(settings.unit())) {
      ledger.note(Reason.OWN_UNIT, header.line(), named);
    }
    List<TrainingHistory.Session> sessions;
    if (header.has(Column.LIFTER)) {
      Meets meets = new Meets(dates, numerals, now.toLocalDate(), ledger);
      ledger.note(Reason.MEETS, header.line(), null);
      RowTaker taker = new RowTaker(header, rows, mending, (c, mended) -> meets.take(c), ledger);
      rows.below(header.line(), header.width(), taker);
      sessions = meets.finished();
    } else {
      Sessions gathered = new Sessions(dates, numerals);
      SetReader sets = new SetReader(dates, numerals, weights, now, gathered, ledger);
      rows.below(
          header.line(), header.width(), new RowTaker(header, rows, mending, sets::take, ledger));
      sessions = gathered.finished();
    }
    return new TrainingHistory(weights.unit(), null, sessions);
  }
}
