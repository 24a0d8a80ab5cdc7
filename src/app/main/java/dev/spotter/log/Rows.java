package dev.spotter.log;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a table, each with the line it begins at. A broken quotation mark costs the line that
 * it stands on: reading goes on at the next, so that it never swallows the rest of the file.
 */
final class Rows {
  /** Characters in a line; notes included, a set takes a hundred. */
  static final int LONGEST_LINE = 65_536;

  private static final int MOST_LINES = 60;
  private static final int MOST_BROKEN = 1_000;

  private final String text;
  private final char delimiter;
  private final int[] starts;

  /**
   * One row.
   *
   * @param broken why it cannot be read, or null
   */
  record Row(int line, List<String> fields, @Nullable Reason broken) {
    boolean blank() {
      return fields.stream().allMatch(String::isBlank);
    }
  }

  Rows(String text, char delimiter) {
    this.text = text;
    this.delimiter = delimiter;
    this.starts = starts(text);
  }

  /** Where each line begins, whatever ends it. */
  private static int[] starts(String text) {
    int[] starts = new int[1024];
    int lines = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
      if (c == '\n' || (c == '\r' && !pair)) {
        starts = lines == starts.length ? Arrays.copyOf(starts, 2 * lines) : starts;
        starts[lines++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, lines);
  }

  private String line(int number) {
    int end = number < starts.length ? starts[number] : text.length();
    return text.substring(starts[number - 1], end);
  }

  private boolean tooLong(int number) {
    int end = number < starts.length ? starts[number] : text.length();
    return end - starts[number - 1] > LONGEST_LINE;
  }

  /** True if nothing stands below a line, nor a line break behind it. */
  boolean isLast(int number) {
    return number == starts.length;
  }

  /** The first line that is not blank, and says no more than the delimiter ({@code sep=;}). */
  int headerLine() {
    for (int number = 1; number <= starts.length; number++) {
      if (tooLong(number)) {
        throw new LogRefused(
            "line " + number + " has more than 65,536 characters; that is no header of a log");
      }
      String line = line(number).strip();
      if (!line.isEmpty() && !line.startsWith("sep=")) {
        return number;
      }
    }
    return starts.length;
  }

  /** The row at a line alone; null if it is broken. */
  @Nullable Row at(int number) {
    try {
      return new Row(number, reader().ofSingleCsvRecord(line(number)).getFields(), null);
    } catch (CsvParseException e) {
      return null;
    }
  }

  /**
   * Hands on every row below a line, in order; blank lines are no rows.
   *
   * @param width how many fields a row has; one over several lines with another number is broken
   * @throws LogRefused if so many rows are broken that this is no table
   */
  void below(int line, int width, Consumer<Row> sink) {
    int next = line + 1;
    for (int broken = 0; next <= starts.length; broken++) {
      if (broken > MOST_BROKEN) {
        throw new LogRefused("more than 1,000 rows have broken quotation marks; this is no CSV");
      }
      next = read(next, width, sink);
    }
  }

  /** Reads on from a line; the line at which to go on after a broken row, or one past the end. */
  private int read(int from, int width, Consumer<Row> sink) {
    int next = from;
    try (CsvReader<CsvRecord> csv = reader().ofCsvRecord(rest(from))) {
      for (CsvRecord record : csv) {
        int line = from - 1 + (int) record.getStartingLineNumber();
        int lines = lines(record);
        if (lines > MOST_LINES || (lines > 1 && record.getFieldCount() != width)) {
          return broken(line, sink);
        }
        hand(record, line, sink);
        next = line + lines;
      }
      return starts.length + 1;
    } catch (CsvParseException e) {
      return broken(next, sink);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void hand(CsvRecord record, int line, Consumer<Row> sink) {
    boolean blankLine = record.getFieldCount() == 1 && record.getField(0).isBlank();
    if (!blankLine) {
      sink.accept(new Row(line, record.getFields(), tooLong(line) ? Reason.TOO_LONG : null));
    }
  }

  private int broken(int from, Consumer<Row> sink) {
    int line = Math.min(from, starts.length);
    while (line < starts.length && line(line).isBlank()) {
      line++;
    }
    sink.accept(new Row(line, List.of(), tooLong(line) ? Reason.TOO_LONG : Reason.BROKEN_QUOTE));
    return line + 1;
  }

  private CsvReader.CsvReaderBuilder reader() {
    return CsvReader.builder()
        .fieldSeparator(delimiter)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowUnclosedQuote(false)
        .maxBufferSize(2 * LONGEST_LINE);
  }

  private Reader rest(int line) throws IOException {
    Reader reader = new StringReader(text);
    reader.skip(starts[line - 1]);
    return reader;
  }

  private static int lines(CsvRecord record) {
    int lines = 1;
    for (String field : record.getFields()) {
      for (int i = 0; i < field.length(); i++) {
        boolean pair =
            field.charAt(i) == '\r' && i + 1 < field.length() && field.charAt(i + 1) == '\n';
        lines += field.charAt(i) == '\n' || (field.charAt(i) == '\r' && !pair) ? 1 : 0;
      }
    }
    return lines;
  }
}
