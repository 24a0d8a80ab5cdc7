package dev.spotter.batch;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Writer;

/** Cells of the tables that are written. */
final class Cell {
  private Cell() {}

  static CsvWriter writer(Writer target) {
    return CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(target);
  }

  /** A text that no spreadsheet takes for a formula: an apostrophe stands before what it might. */
  static String text(String value) {
    boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
    return formula ? "'" + value : value;
  }
}
