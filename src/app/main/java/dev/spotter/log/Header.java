package dev.spotter.log;

import dev.spotter.history.Exercises;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the first row says: whose export this is, and which column holds what.
 *
 * @param line where it stands
 * @param names as they stand there
 * @param places the columns of each kind, from 0
 * @param unknown the columns whose name is none that the app has
 */
record Header(
    App app,
    char delimiter,
    int line,
    List<String> names,
    Map<Column, List<Integer>> places,
    List<String> unknown) {
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  /**
   * Finds the header of a file, its delimiter with it: the reading that names most columns.
   *
   * @throws LogRefused if no app's columns are there
   */
  static Header of(String text) {
    Header best = null;
    List<String> seen = List.of();
    for (char delimiter : DELIMITERS) {
      Rows rows = new Rows(text, delimiter);
      int line = rows.headerLine();
      Rows.Row row = rows.at(line);
      List<String> names =
          row == null ? List.of() : row.fields().stream().map(Ledger::plain).toList();
      seen = names.size() > seen.size() ? names : seen;
      for (App app : App.known()) {
        Header header = of(app, delimiter, line, names);
        if (app.fits(header.places().keySet()) && (best == null || header.named() > best.named())) {
          best = header;
        }
      }
    }
    if (best == null) {
      throw new LogRefused(
          "this is no export of Strong, Hevy, FitNotes or OpenPowerlifting, nor the plain form of"
              + " facts/README.md; its columns are: "
              + Ledger.shown(String.join(", ", seen)));
    }
    return best;
  }

  private static Header of(App app, char delimiter, int line, List<String> names) {
    Map<Column, List<Integer>> places = new EnumMap<>(Column.class);
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      Column column = app.columns().get(Exercises.spelling(names.get(i)));
      if (column != null) {
        places.computeIfAbsent(column, c -> new ArrayList<>()).add(i);
      } else if (!names.get(i).isBlank()) {
        unknown.add(names.get(i));
      }
    }
    return new Header(app, delimiter, line, names, places, unknown);
  }

  private int named() {
    return places.values().stream().mapToInt(List::size).sum();
  }

  int width() {
    return names.size();
  }

  boolean has(Column column) {
    return places.containsKey(column);
  }

  /** The first column of a kind, or null. */
  @Nullable Integer place(Column column) {
    List<Integer> all = places.get(column);
    return all == null ? null : all.get(0);
  }

  /** The unit that the header itself names for every load: kg or lb; null if it names none. */
  @Nullable String unit() {
    boolean kg = has(Column.LOAD_KG) || has(Column.LIFTER);
    return has(Column.LOAD) || kg == has(Column.LOAD_LB) ? null : kg ? "kg" : "lb";
  }
}
