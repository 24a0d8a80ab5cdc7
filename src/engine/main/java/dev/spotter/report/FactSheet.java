package dev.spotter.report;

import dev.spotter.assess.FactView;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes facts as a rule would match them: what is known as conditions, then what is null. */
public final class FactSheet {
  private FactSheet() {}

  /** One client's facts, ending with an empty line. */
  public static String write(String id, List<FactView> facts) {
    Lines out = new Lines();
    out.line("// " + id);
    for (FactView fact : facts) {
      String known =
          fact.values().entrySet().stream()
              .filter(f -> f.getValue() != null)
              .map(f -> condition(f.getKey(), f.getValue()))
              .collect(Collectors.joining(", "));
      out.item(0, fact.type() + "( ", known.isEmpty() ? ")" : known + " )");
      String open =
          fact.values().entrySet().stream()
              .filter(f -> f.getValue() == null)
              .map(java.util.Map.Entry::getKey)
              .collect(Collectors.joining(", "));
      if (!open.isEmpty()) {
        out.item(4, "// null: ", open);
      }
    }
    return out.blank().toString();
  }

  private static String condition(String field, @Nullable Object value) {
    if (value instanceof Set<?> set) {
      return set.isEmpty()
          ? field + " != null"
          : JsonReport.sorted(set).stream()
              .map(v -> field + " contains \"" + v + "\"")
              .collect(Collectors.joining(", "));
    }
    return field + " == " + (value instanceof String ? '"' + value.toString() + '"' : value);
  }
}
