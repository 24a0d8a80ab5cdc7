package dev.spotter.assess;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fact as rules see it.
 *
 * @param type the name that rules use
 * @param values by field, in order; null for what is not known
 */
public record FactView(String type, Map<String, @Nullable Object> values) {
  public FactView {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }
}
