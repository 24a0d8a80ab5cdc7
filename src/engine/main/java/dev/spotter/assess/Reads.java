package dev.spotter.assess;

import dev.spotter.fact.Evidence.Strength;
import dev.spotter.rules.Action;
import dev.spotter.rules.Pattern;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Section;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which answers each rule reads, and which questions bear on each cause. Made once a rule set. */
final class Reads {

  /**
   * A field that a rule reads.
   *
   * @param id as shown: a question's id, or {@code history.} and the measure
   */
  record Field(String id, String type, String field, String section) {}

  private final Map<String, String> sections = new HashMap<>();
  private final Map<String, List<Field>> byRule = new HashMap<>();
  private final Map<String, Map<String, Integer>> byCause = new HashMap<>();

  Reads(RuleSet rules) {
    for (Section section : rules.vocabulary().sections()) {
      sections.put(section.type(), section.key());
    }
    for (Rule rule : rules.rules()) {
      byRule.put(rule.name(), fields(rule));
      rule.actions().stream()
          .filter(a -> a.type().equals("Evidence"))
          .forEach(a -> bearing(rules, rule, a));
    }
  }

  private List<Field> fields(Rule rule) {
    Set<Field> fields = new LinkedHashSet<>();
    for (Pattern pattern : rule.patterns()) {
      pattern.tests().forEach(t -> field(pattern.type(), t.field()).ifPresent(fields::add));
    }
    return List.copyOf(fields);
  }

  /** The field of a fact that a client brings; empty for what the engine made. */
  Optional<Field> field(String type, String field) {
    String section = sections.get(type);
    if (section != null) {
      return Optional.of(new Field(section + "." + field, type, field, section));
    }
    return type.equals("History")
        ? Optional.of(new Field("history." + field, type, field, ""))
        : Optional.empty();
  }

  private void bearing(RuleSet rules, Rule rule, Action action) {
    Map<String, Integer> questions =
        byCause.computeIfAbsent(action.subject(), c -> new LinkedHashMap<>());
    int points = 0;
    for (Strength strength : Strength.values()) {
      String call = strength.name().toLowerCase(Locale.ROOT);
      if (action.calls().stream().anyMatch(c -> c.name().startsWith(call.substring(0, 4)))) {
        points = rules.scale().points().getOrDefault(strength, 0);
      }
    }
    for (Field field : fieldsOf(rule)) {
      if (rules.vocabulary().question(field.id()) != null) {
        questions.merge(field.id(), points, Math::max);
      }
    }
  }

  List<Field> fieldsOf(Rule rule) {
    return byRule.getOrDefault(rule.name(), List.of());
  }

  /** The questions that bear on a cause, with the weight of the heaviest rule that reads each. */
  Map<String, Integer> bearingOn(String cause) {
    return byCause.getOrDefault(cause, Map.of());
  }
}
