package dev.spotter.log;

import java.util.List;

/**
 * One row, by what its columns hold.
 *
 * @param fields as many as the header has, or fewer where the row is short
 */
record Cells(Header header, int line, List<String> fields) {
  /** What stands in the first column of a kind, without blanks around; empty if there is none. */
  String text(Column column) {
    Integer place = header.place(column);
    return place == null ? "" : at(place);
  }

  /** What stands in all columns of a kind. */
  List<String> texts(Column column) {
    return header.places().getOrDefault(column, List.of()).stream().map(this::at).toList();
  }

  /** Without the blanks and marks that apps and spreadsheets put around and between. */
  private String at(int place) {
    return place < fields.size()
        ? fields
            .get(place)
            .replace('\u00a0', ' ')
            .replace('\u202f', ' ')
            .replace('\ufeff', ' ')
            .strip()
        : "";
  }

  boolean filled(Column column) {
    return !text(column).isEmpty();
  }

  /** True if this row repeats the header. */
  boolean isHeader() {
    return fields.stream().map(String::strip).toList().equals(header.names());
  }
}
