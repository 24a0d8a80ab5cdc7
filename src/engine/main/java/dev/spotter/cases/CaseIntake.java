package dev.spotter.cases;

import dev.spotter.fact.History;
import dev.spotter.intake.Intake;
import dev.spotter.intake.Limits;
import dev.spotter.intake.Problem;
import dev.spotter.intake.Reading;
import dev.spotter.intake.RecordReader;
import dev.spotter.intake.RecordReader.Origin;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the client of a case: what the file says, with a near miss's changes, bound as any intake
 * is.
 */
final class CaseIntake {
  private static final String MEASURES = "measures";
  private final Vocabulary vocabulary;
  private final RecordReader reader;

  CaseIntake(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.reader = new RecordReader(vocabulary, Limits.USUAL);
  }

  /**
   * A client and, where the case gives them, measures that stand in for the log's.
   *
   * @param problems why there is no client; empty if there is one
   */
  record Client(@Nullable Intake intake, @Nullable History measures, List<String> problems) {}

  /** The client of a case, with a near miss's changes. */
  Client client(Case example, Map<String, @Nullable Object> changes) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>();
    if (example.calm()) {
      calm(told);
    }
    merge(told, example.intake());
    changes.forEach((path, value) -> set(told, List.of(path.split("\\.")), value));
    return client(example.file(), told);
  }

  /**
   * The client that a file tells of.
   *
   * @param file its name, for problems
   * @param intake what it says, as text; perhaps with measures
   */
  Client client(String file, Map<String, @Nullable Object> intake) {
    Map<String, @Nullable Object> told = new LinkedHashMap<>(intake);
    try {
      Object measures = told.remove(MEASURES);
      return read(file, told, measures instanceof Map<?, ?> map ? History.of(copy(map)) : null);
    } catch (IllegalArgumentException e) {
      return new Client(null, null, List.of(String.valueOf(e.getMessage())));
    }
  }

  private Client read(String file, Map<String, @Nullable Object> told, @Nullable History measures) {
    Reading reading = reader.outline(new Origin(file, 1, "case"), told);
    if (reading instanceof Reading.Read read) {
      return new Client(read.intake(), measures, List.of());
    }
    List<String> problems = new ArrayList<>();
    for (Problem problem : reading.problems()) {
      problems.add(
          problem.path()
              + ": "
              + problem.message()
              + (problem.help() == null ? "" : "; " + problem.help()));
    }
    return new Client(null, null, problems);
  }

  /** Every safety item answered by the first safe answer of its first question. */
  private void calm(Map<String, @Nullable Object> told) {
    Set<String> items = new HashSet<>();
    for (Question question : vocabulary.questions()) {
      if (question.needed() != null && items.add(question.needed())) {
        String safe =
            question.choices().stream()
                .map(Question.Choice::id)
                .filter(question.safe()::contains)
                .findFirst()
                .orElse(Question.UNKNOWN);
        set(told, List.of(question.section(), question.field()), safe);
      }
    }
  }

  private static void merge(
      Map<String, @Nullable Object> into, Map<String, @Nullable Object> more) {
    more.forEach(
        (key, value) -> {
          if (value instanceof Map<?, ?> map && into.get(key) instanceof Map<?, ?> there) {
            Map<String, @Nullable Object> both = copy(there);
            merge(both, copy(map));
            into.put(key, both);
          } else {
            into.put(key, value instanceof Map<?, ?> map ? copy(map) : value);
          }
        });
  }

  private static Map<String, @Nullable Object> copy(Map<?, ?> map) {
    Map<String, @Nullable Object> copy = new LinkedHashMap<>();
    map.forEach((k, v) -> copy.put(String.valueOf(k), v));
    return copy;
  }

  /** Sets a value down a path of keys and, in lists, numbers. */
  private static void set(
      Map<String, @Nullable Object> told, List<String> path, @Nullable Object value) {
    if (path.size() == 1) {
      told.put(path.get(0), value);
      return;
    }
    Object inner = told.get(path.get(0));
    told.put(path.get(0), changed(inner, path.subList(1, path.size()), value));
  }

  private static Object changed(@Nullable Object inner, List<String> path, @Nullable Object value) {
    if (inner instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>(list);
      int index = Integer.parseInt(path.get(0));
      copy.set(
          index,
          path.size() == 1 ? value : changed(copy.get(index), path.subList(1, path.size()), value));
      return copy;
    }
    Map<String, @Nullable Object> map =
        inner instanceof Map<?, ?> there ? copy(there) : new LinkedHashMap<>();
    set(map, path, value);
    return map;
  }
}
