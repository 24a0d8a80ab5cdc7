package dev.spotter.log;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows with more fields than the header has: real files hold names with a comma and no quotes. What
 * is too much is put together again where only one way makes every other column what it should be;
 * a row is never shifted.
 */
final class Mending {
  private final Header header;
  private final Dates dates;
  private final Numerals numerals;
  private final Set<String> categories;

  Mending(Header header, Dates dates, Numerals numerals, Set<String> categories) {
    this.header = header;
    this.dates = dates;
    this.numerals = numerals;
    this.categories = categories;
  }

  /** The row as it was meant; null if there is no such way, or more than one. */
  @Nullable Cells mend(Rows.Row row) {
    List<String> fields = row.fields();
    int surplus = fields.size() - header.width();
    Set<List<String>> ways = new HashSet<>();
    if (blank(fields.subList(header.width(), fields.size()))) {
      ways.add(fields.subList(0, header.width()));
    }
    for (Column column : List.of(Column.EXERCISE, Column.TITLE, Column.NOTES)) {
      for (int place : header.places().getOrDefault(column, List.of())) {
        if (!blank(fields.subList(place, place + surplus + 1))) {
          ways.add(joined(fields, place, surplus));
        }
      }
    }
    ways.removeIf(way -> !plausible(new Cells(header, row.line(), way)));
    return ways.size() == 1 ? new Cells(header, row.line(), ways.iterator().next()) : null;
  }

  private static boolean blank(List<String> fields) {
    return fields.stream().allMatch(String::isBlank);
  }

  private List<String> joined(List<String> fields, int place, int surplus) {
    List<String> joined = new ArrayList<>(fields.subList(0, place));
    joined.add(
        String.join(
            String.valueOf(header.delimiter()), fields.subList(place, place + surplus + 1)));
    joined.addAll(fields.subList(place + surplus + 1, fields.size()));
    return joined;
  }

  private boolean plausible(Cells cells) {
    String order = cells.text(Column.ORDER);
    String category = cells.text(Column.CATEGORY);
    return dates.of(cells.text(Column.START)) != null
        && cells.filled(Column.EXERCISE)
        && List.of(
                Column.LOAD,
                Column.LOAD_KG,
                Column.LOAD_LB,
                Column.REPS,
                Column.RPE,
                Column.SETS,
                Column.DISTANCE)
            .stream()
            .allMatch(c -> numerals.fits(cells.text(c)))
        && (!cells.filled(Column.UNIT) || Words.unit(cells.text(Column.UNIT)) != null)
        && (numerals.fits(order) || Words.kind(order) != null || Words.pause(order))
        && (categories.isEmpty() || category.isEmpty() || categories.contains(category));
  }
}
