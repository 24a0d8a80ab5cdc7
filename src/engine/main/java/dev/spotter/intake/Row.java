package dev.spotter.intake;

import dev.spotter.intake.Node.Entry;
import dev.spotter.intake.Node.Kind;
import dev.spotter.intake.Node.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The row of a table as the groups of fields that an intake file would have. */
final class Row {
  private Row() {}

  /** Empty cells are left out: they say nothing. */
  static Node of(List<String> columns, List<String> cells, int line) {
    Place place = new Place(line, 0);
    List<Entry> client = new ArrayList<>();
    Map<String, List<Entry>> sections = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      String column = columns.get(i).strip();
      String cell = cells.get(i).strip();
      int dot = column.indexOf('.');
      if (cell.isEmpty()) {
        continue;
      }
      if (dot < 0) {
        client.add(new Entry(column, place, new Node.Scalar(cell, Kind.PLAIN, place)));
      } else {
        sections
            .computeIfAbsent(column.substring(0, dot), s -> new ArrayList<>())
            .add(new Entry(column.substring(dot + 1), place, value(cell, place)));
      }
    }
    sections.forEach(
        (key, fields) -> client.add(new Entry(key, place, new Node.Mapping(fields, place))));
    return new Node.Mapping(client, place);
  }

  private static Node value(String cell, Place place) {
    if (cell.indexOf('|') < 0) {
      return new Node.Scalar(cell, Kind.PLAIN, place);
    }
    List<Node> items = new ArrayList<>();
    for (String item : cell.split("\\|", -1)) {
      items.add(new Node.Scalar(item.strip(), Kind.PLAIN, place));
    }
    return new Node.Sequence(items, place);
  }
}
