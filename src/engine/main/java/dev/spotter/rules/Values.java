package dev.spotter.rules;

import dev.spotter.rules.Condition.Operand;
import dev.spotter.rules.Condition.Test;
import dev.spotter.rules.FactTypes.FieldType;
import dev.spotter.rules.FactTypes.Holds;
import dev.spotter.vocabulary.Question.Range;
import dev.spotter.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The values of a field that comparisons can tell apart: its choices, the numbers at and around the
 * limits, and null where it can be open.
 */
final class Values {
  /** What the engine has always worked out; the annotations that say so are gone at run time. */
  private static final Set<String> NEVER_OPEN =
      Set.of(
          "Likelihood.cause",
          "Likelihood.level",
          "Triage.level",
          "Triage.flags",
          "Verdict.leads",
          "Verdict.first",
          "Completeness.open");

  private final FactTypes types;
  private final Offered offered;
  private final Map<String, Optional<Set<String>>> closed = new ConcurrentHashMap<>();
  private final Map<String, Boolean> nullable = new ConcurrentHashMap<>();

  Values(Vocabulary vocabulary, Offered offered) {
    this.types = new FactTypes(vocabulary);
    this.offered = offered;
  }

  /** The fields of a fact, or null if there is no such fact. */
  @Nullable Map<String, FieldType> fields(String type) {
    return types.fields(type);
  }

  /**
   * Values of which at least one comes out as wanted in these tests, if any value does.
   *
   * @param members what must be among several answers, as far as the tests say so
   */
  List<@Nullable Object> of(String type, String field, List<Test> tests, Set<Object> members) {
    List<@Nullable Object> values = new ArrayList<>();
    if (nullable.computeIfAbsent(type + "." + field, k -> nullable(type, field))) {
      values.add(null);
    }
    Map<String, FieldType> fields = types.fields(type);
    FieldType held = fields == null ? null : fields.get(field);
    if (held == null) {
      return values;
    }
    switch (held.holds()) {
      case SET -> values.addAll(List.of(Set.of(), members));
      case TEXT -> values.addAll(words(type, field, held, tests));
      case WHOLE, DECIMAL -> values.addAll(numbers(held, tests));
    }
    return values;
  }

  private static boolean nullable(String type, String field) {
    Class<? extends Record> engine = FactTypes.ENGINE.get(type);
    if (engine == null) {
      return true;
    }
    return !NEVER_OPEN.contains(type + "." + field)
        && Arrays.stream(engine.getRecordComponents())
            .noneMatch(c -> c.getName().equals(field) && c.getType().isPrimitive());
  }

  private Set<String> words(String type, String field, FieldType held, List<Test> tests) {
    Optional<Set<String>> offers =
        closed.computeIfAbsent(
            type + "." + field, k -> Optional.ofNullable(offered.of(type, field, held.question())));
    if (offers.isPresent()) {
      return offers.get();
    }
    Set<String> words = new HashSet<>(Set.of("\0another"));
    tests.forEach(
        t -> t.operands().forEach(o -> words.add(o.value() == null ? "" : o.value().toString())));
    return words;
  }

  private static Set<Object> numbers(FieldType held, List<Test> tests) {
    Range range = held.question() == null ? null : held.question().range();
    BigDecimal step = held.holds() == Holds.WHOLE ? BigDecimal.ONE : new BigDecimal("0.001");
    Set<BigDecimal> at = new HashSet<>(Set.of(BigDecimal.ONE));
    if (range != null) {
      at.add(range.min());
      at.add(range.max());
    }
    for (Test test : tests) {
      for (Operand operand : test.operands()) {
        if (operand.value() instanceof BigDecimal number) {
          at.addAll(List.of(number, number.subtract(step), number.add(step)));
        }
      }
    }
    Set<Object> numbers = new HashSet<>();
    at.stream()
        .filter(n -> range == null || within(n, range))
        .forEach(n -> numbers.add(n.doubleValue()));
    return numbers;
  }

  private static boolean within(BigDecimal number, Range range) {
    return number.compareTo(range.min()) >= 0 && number.compareTo(range.max()) <= 0;
  }
}
