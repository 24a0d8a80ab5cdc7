package dev.spotter.log;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** The YAML files of this room, in which every plain scalar stays the text that it is. */
final class DataFile {
  private DataFile() {}

  /** The groups of a file, in order. */
  static Map<String, Object> read(String name) {
    LoadSettings settings = LoadSettings.builder().setSchema(new FailsafeSchema()).build();
    try (InputStream in = DataFile.class.getResourceAsStream(name)) {
      return group(new Load(settings).loadFromInputStream(Objects.requireNonNull(in, name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What stands below a key that holds other keys. */
  static Map<String, Object> group(Object node) {
    Map<String, Object> group = new LinkedHashMap<>();
    ((Map<?, ?>) node).forEach((key, value) -> group.put(String.valueOf(key), value));
    return group;
  }

  /** What stands below a key that holds a list. */
  static List<String> list(Object node) {
    return ((List<?>) node).stream().map(String::valueOf).toList();
  }
}
