package dev.spotter.rules;

import dev.spotter.history.Exercises;
import dev.spotter.rules.Diagnostic.Code;
import dev.spotter.yaml.Shallow;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Reads the files of a folder that are not rules: citations, words and lifts. */
final class DataFiles {
  private final RuleFiles files;
  private final List<Diagnostic> problems;

  private DataFiles(RuleFiles files, List<Diagnostic> problems) {
    this.files = files;
    this.problems = problems;
  }

  static RuleSet.Data read(RuleFiles files, List<Diagnostic> problems) {
    DataFiles data = new DataFiles(files, problems);
    return new RuleSet.Data(
        data.citations(), data.messages("words"), data.messages("subtypes"), data.exercises());
  }

  private Map<String, Citation> citations() {
    Map<String, Citation> citations = new LinkedHashMap<>();
    mapping("sources.yaml", yaml("sources.yaml"))
        .forEach(
            (key, value) -> {
              Map<String, ?> entry = mapping("sources.yaml", value);
              String citation = text(entry.get("citation"));
              String status = text(entry.get("status"));
              if (citation == null || status == null) {
                problem("sources.yaml", "the source " + key + " needs a citation and a status");
              } else {
                citations.put(key, new Citation(key, citation, text(entry.get("doi")), status));
              }
            });
    return citations;
  }

  private Map<String, String> messages(String part) {
    Map<String, String> words = new LinkedHashMap<>();
    Object listed = mapping("messages.yaml", yaml("messages.yaml")).get(part);
    mapping("messages.yaml", listed).forEach((key, value) -> words.put(key, String.valueOf(value)));
    return words;
  }

  private Exercises exercises() {
    byte[] bytes = files.files().get("exercises.yaml");
    try {
      return bytes == null ? Exercises.NONE : Exercises.parse(bytes);
    } catch (IllegalArgumentException e) {
      problem("exercises.yaml", String.valueOf(e.getMessage()));
      return Exercises.NONE;
    }
  }

  private @Nullable Object yaml(String name) {
    byte[] bytes = files.files().get(name);
    if (bytes == null) {
      return null;
    }
    try {
      LoadSettings settings =
          LoadSettings.builder().setSchema(new FailsafeSchema()).setLabel(name).build();
      return new Shallow(settings, Shallow.USUAL).load(new ByteArrayInputStream(bytes));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(m -> m.getLine() + 1).orElse(0);
      int column = e.getProblemMark().map(m -> m.getColumn() + 1).orElse(0);
      problems.add(
          new Diagnostic(
              Code.DATA, name, line, column, String.valueOf(e.getProblem()), null, null));
    } catch (YamlEngineException e) {
      problem(name, String.valueOf(e.getMessage()));
    }
    return null;
  }

  private Map<String, ?> mapping(String name, @Nullable Object value) {
    if (value == null) {
      return Map.of();
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> entries = new LinkedHashMap<>();
      map.forEach((k, v) -> entries.put(String.valueOf(k), v));
      return entries;
    }
    problem(name, "expected 'key: value' lines");
    return Map.of();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : String.valueOf(value);
  }

  private void problem(String name, String message) {
    problems.add(new Diagnostic(Code.DATA, name, 0, 0, message, null, null));
  }
}
