package dev.spotter.intake;

import dev.spotter.intake.Node.Entry;
import dev.spotter.intake.Node.Kind;
import dev.spotter.intake.Node.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Single answers, as a table's row or a program has them, as the groups that a file would have. */
final class Row {
  private Row() {}

  /** Empty cells are left out: they say nothing. */
  static Node of(List<String> columns, List<String> cells, int line) {
    Place place = new Place(line, 0);
    List<Entry> fields = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      String column = columns.get(i).strip();
      String cell = cells.get(i).strip();
      if (!cell.isEmpty()) {
        fields.add(new Entry(column, place, value(column, cell, place)));
      }
    }
    return grouped(fields, place);
  }

  /** Puts {@code soreness.worst} into its section; a key without a dot is the client's own. */
  static Node grouped(List<Entry> fields, Place place) {
    List<Entry> client = new ArrayList<>();
    Map<String, List<Entry>> sections = new LinkedHashMap<>();
    for (Entry field : fields) {
      int dot = field.key().indexOf('.');
      if (dot < 0) {
        client.add(field);
      } else {
        sections
            .computeIfAbsent(field.key().substring(0, dot), s -> new ArrayList<>())
            .add(new Entry(field.key().substring(dot + 1), field.place(), field.value()));
      }
    }
    sections.forEach(
        (key, held) -> client.add(new Entry(key, place, new Node.Mapping(held, place))));
    return new Node.Mapping(client, place);
  }

  private static Node value(String column, String cell, Place place) {
    if (column.indexOf('.') < 0 || cell.indexOf('|') < 0) {
      return new Node.Scalar(cell, Kind.PLAIN, place);
    }
    List<Node> items = new ArrayList<>();
    for (String item : cell.split("\\|", -1)) {
      items.add(new Node.Scalar(item.strip(), Kind.PLAIN, place));
    }
    return new Node.Sequence(items, place);
  }
}
