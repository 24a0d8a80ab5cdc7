package dev.spotter.assess;

import dev.spotter.fact.History;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The measures of a history by name. */
final class HistoryValues {
  private static final RecordComponent[] COMPONENTS = History.class.getRecordComponents();
  private static final Map<String, @Nullable Object> NONE = Map.of();

  private HistoryValues() {}

  static Map<String, @Nullable Object> of(History history) {
    return history.equals(History.NONE) ? NONE : inOrder(history);
  }

  /** All of them, in order of declaration, null for those that the log cannot tell. */
  static Map<String, @Nullable Object> inOrder(History history) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (RecordComponent component : COMPONENTS) {
      try {
        values.put(component.getName(), component.getAccessor().invoke(history));
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("a record's components can be read", e);
      }
    }
    return values;
  }
}
