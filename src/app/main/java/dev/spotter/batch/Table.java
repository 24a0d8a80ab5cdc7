package dev.spotter.batch;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.spotter.intake.Reading;
import dev.spotter.intake.RecordReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows of a table, a client a line. Safe for many threads. */
final class Table {
  private final List<String> columns;
  private final CsvReader.CsvReaderBuilder csv;

  Table(List<String> columns, char separator) {
    this.columns = columns;
    this.csv = strict(separator);
  }

  private static CsvReader.CsvReaderBuilder strict(char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .allowUnclosedQuote(false)
        .skipEmptyLines(false);
  }

  /** What parts the cells of a line of column names: a comma, a semicolon or a tab. */
  static char separator(String first) {
    char best = ',';
    for (char c : new char[] {';', '\t'}) {
      best = count(first, c) > count(first, best) ? c : best;
    }
    return best;
  }

  private static long count(String text, char c) {
    return text.chars().filter(x -> x == c).count();
  }

  static List<String> columns(String name, String first, char separator) {
    try {
      return first.isBlank()
          ? List.of()
          : strict(separator).ofSingleCsvRecord(first).getFields().stream()
              .map(String::strip)
              .toList();
    } catch (CsvParseException e) {
      throw new BatchException(
          BatchException.Fault.INPUT, name + ": the line of column names is no CSV", e);
    }
  }

  /** Reads one row. */
  Reading read(RecordReader reader, RecordReader.Origin origin, byte[] row) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(row)).toString();
      return reader.row(origin, columns, csv.ofSingleCsvRecord(text).getFields());
    } catch (CharacterCodingException e) {
      return RecordReader.refuse(
          origin, "bad-utf8", "a byte here is not UTF-8", "save the file as UTF-8");
    } catch (CsvParseException e) {
      return RecordReader.refuse(
          origin, "syntax", "a quote is not where it may be", "a client stands on one line");
    }
  }
}
