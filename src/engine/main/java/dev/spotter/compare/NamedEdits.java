package dev.spotter.compare;

import dev.spotter.compare.Detail.Weight;
import dev.spotter.compare.Edit.Kind;
import dev.spotter.compare.Edit.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares things that have a name, feature by feature. */
final class NamedEdits {
  private NamedEdits() {}

  /**
   * One feature of a thing.
   *
   * @param of gives what is compared and shown; null for none
   */
  record Feature<T>(String name, Weight weight, Function<T, @Nullable Object> of) {}

  static <T> List<Edit> of(
      Subject subject, Map<String, T> before, Map<String, T> after, List<Feature<T>> features) {
    List<Edit> edits = new ArrayList<>();
    before.forEach(
        (name, old) -> {
          T now = after.get(name);
          List<Detail> details = now == null ? List.of() : details(old, now, features);
          if (now == null) {
            edits.add(Edit.whole(subject, Kind.REMOVED, name));
          } else if (!details.isEmpty()) {
            edits.add(new Edit(subject, Kind.CHANGED, name, null, null, details));
          }
        });
    after.keySet().stream()
        .filter(name -> !before.containsKey(name))
        .forEach(name -> edits.add(Edit.whole(subject, Kind.ADDED, name)));
    return edits;
  }

  static <T> List<Detail> details(T old, T now, List<Feature<T>> features) {
    List<Detail> details = new ArrayList<>();
    for (Feature<T> feature : features) {
      Object a = feature.of().apply(old);
      Object b = feature.of().apply(now);
      if (!Objects.equals(a, b)) {
        details.add(Detail.of(feature.name(), a, b, feature.weight()));
      }
    }
    return details;
  }
}
