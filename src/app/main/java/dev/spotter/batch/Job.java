package dev.spotter.batch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Everything that the results depend on. A run may be gone on with only if none of it has changed.
 *
 * @param options by name: the rule set, the form, clock and zone
 * @param inputs by name: size, time of change and a digest of the beginning, as one text
 */
record Job(Map<String, String> options, Map<String, String> inputs) {

  static Job of(Order order, List<Source> sources, String ruleSet) {
    Map<String, String> options = new LinkedHashMap<>();
    options.put("rules", ruleSet);
    options.put("version", Objects.toString(Job.class.getPackage().getImplementationVersion(), ""));
    options.put("--detail", order.form().detail().name());
    options.put("--format", order.form().file().name());
    options.put("--columns", String.join(",", order.form().columns()));
    options.put("--now", order.now() == null ? "" : order.now().toString());
    options.put("--zone", order.zone().getId());
    Map<String, String> inputs = new LinkedHashMap<>();
    for (Source s : sources) {
      inputs.put(
          s.name(), s.size() + " bytes, changed " + s.modified() + ", begins " + s.head().digest());
    }
    return new Job(options, inputs);
  }

  /** What differs from an earlier job, in words; empty if nothing does. */
  List<String> differences(Job before) {
    List<String> differences = new ArrayList<>();
    options.forEach(
        (name, value) -> {
          String was = before.options.getOrDefault(name, "");
          if (!was.equals(value)) {
            differences.add(name + " was '" + was + "' and is '" + value + "'");
          }
        });
    inputs.forEach(
        (name, value) -> {
          String was = before.inputs.get(name);
          if (was == null) {
            differences.add("the input " + name + " is new");
          } else if (!was.equals(value)) {
            differences.add("the input " + name + " has changed");
          }
        });
    before.inputs.keySet().stream()
        .filter(name -> !inputs.containsKey(name))
        .forEach(name -> differences.add("the input " + name + " is gone"));
    if (differences.isEmpty()
        && !List.copyOf(inputs.keySet()).equals(List.copyOf(before.inputs.keySet()))) {
      differences.add("the inputs stand in another order");
    }
    return differences;
  }
}
