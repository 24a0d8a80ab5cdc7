package dev.spotter.rules;

import dev.spotter.fact.Completeness;
import dev.spotter.fact.History;
import dev.spotter.fact.Likelihood;
import dev.spotter.fact.LoggedSession;
import dev.spotter.fact.LoggedSet;
import dev.spotter.fact.Triage;
import dev.spotter.fact.Verdict;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Section;
import dev.spotter.vocabulary.Vocabulary;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What rules can read: the facts by name, and their fields. */
final class FactTypes {
  /** Facts that the engine makes, by the name rules use. */
  static final Map<String, Class<? extends Record>> ENGINE = engine();

  /** Facts made once the findings are weighed; a rule that reads one gives advice. */
  static final Set<String> WEIGHED = Set.of("Likelihood", "Triage", "Verdict");

  private static Map<String, Class<? extends Record>> engine() {
    Map<String, Class<? extends Record>> engine = new LinkedHashMap<>();
    engine.put("History", History.class);
    engine.put("LoggedSession", LoggedSession.class);
    engine.put("LoggedSet", LoggedSet.class);
    engine.put("Completeness", Completeness.class);
    engine.put("Likelihood", Likelihood.class);
    engine.put("Triage", Triage.class);
    engine.put("Verdict", Verdict.class);
    return Collections.unmodifiableMap(engine);
  }

  /** What a field holds. */
  enum Holds {
    TEXT,
    WHOLE,
    DECIMAL,
    SET
  }

  /**
   * @param holds what
   * @param question the question it is the answer to, or null
   */
  record FieldType(Holds holds, @Nullable Question question) {}

  private final Map<String, Map<String, FieldType>> types = new LinkedHashMap<>();

  FactTypes(Vocabulary vocabulary) {
    for (Section section : vocabulary.sections()) {
      Map<String, FieldType> fields = new LinkedHashMap<>();
      section.questions().forEach(q -> fields.put(q.field(), new FieldType(holds(q), q)));
      types.put(section.type(), fields);
    }
    ENGINE.forEach((name, record) -> types.put(name, fields(record)));
  }

  /** The fields of a fact, or null if there is no such fact. */
  @Nullable Map<String, FieldType> fields(String type) {
    return types.get(type);
  }

  Collection<String> names() {
    return types.keySet();
  }

  /** The facts that have a field of this name. */
  Set<String> owners(String field) {
    Set<String> owners = new LinkedHashSet<>();
    types.forEach(
        (type, fields) -> {
          if (fields.containsKey(field)) {
            owners.add(type);
          }
        });
    return owners;
  }

  static Map<String, FieldType> fields(Class<? extends Record> record) {
    Map<String, FieldType> fields = new LinkedHashMap<>();
    for (RecordComponent component : record.getRecordComponents()) {
      fields.put(component.getName(), new FieldType(holds(component.getType()), null));
    }
    return fields;
  }

  private static Holds holds(Question question) {
    return switch (question.kind()) {
      case WHOLE -> Holds.WHOLE;
      case DECIMAL -> Holds.DECIMAL;
      case MANY -> Holds.SET;
      case YES_NO, CHOICE -> Holds.TEXT;
    };
  }

  private static Holds holds(Class<?> type) {
    if (type == String.class) {
      return Holds.TEXT;
    }
    if (type == Double.class || type == double.class) {
      return Holds.DECIMAL;
    }
    return Set.class.isAssignableFrom(type) ? Holds.SET : Holds.WHOLE;
  }
}
