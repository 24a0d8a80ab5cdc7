package dev.spotter.log;

import dev.spotter.history.Exercises;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * An app whose exports can be read.
 *
 * @param id as {@code apps.yaml} has it
 * @param title for people
 * @param needs the columns without which a file is none of its exports
 * @param columns what each column holds, by the spelling of its name
 */
record App(String id, String title, List<Column> needs, Map<String, Column> columns) {
  private static final List<App> KNOWN = read();

  /** All of them, in the order of {@code apps.yaml}. */
  static List<App> known() {
    return KNOWN;
  }

  private static List<App> read() {
    List<App> apps = new ArrayList<>();
    DataFile.read("apps.yaml").forEach((id, entry) -> apps.add(app(id, entry)));
    return List.copyOf(apps);
  }

  private static App app(String id, Object entry) {
    Map<String, Object> parts = DataFile.group(entry);
    Map<String, Column> columns = new LinkedHashMap<>();
    DataFile.group(part(parts, "columns"))
        .forEach(
            (column, names) ->
                DataFile.list(names)
                    .forEach(n -> columns.put(Exercises.spelling(n), Column.named(column))));
    return new App(
        id,
        String.valueOf(part(parts, "title")),
        DataFile.list(part(parts, "needs")).stream().map(Column::named).toList(),
        columns);
  }

  private static Object part(Map<String, Object> parts, String name) {
    return Objects.requireNonNull(parts.get(name), name);
  }

  /** True if a file with these columns can be one of its exports. */
  boolean fits(Collection<Column> present) {
    return needs.stream()
        .allMatch(
            need ->
                present.contains(need)
                    || (need == Column.LOAD
                        && (present.contains(Column.LOAD_KG) || present.contains(Column.LOAD_LB))));
  }
}
