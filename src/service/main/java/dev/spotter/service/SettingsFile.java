package dev.spotter.service;

import dev.spotter.yaml.Shallow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.YamlUnicodeReader;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * Settings as they are given, before anybody asks what they mean: flat keys, each with its place.
 */
final class SettingsFile {
  private static final int DEPTH = 4;
  private static final String PREFIX = "SPOTTER_";
  private static final List<String> OURS =
      List.of("LIMITS_", "JWT_", "TOKENS_", "FHIR_", "CDS_", "RECORD_");

  private final String name;
  private final Map<String, Given> given = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  private SettingsFile(String name) {
    this.name = name;
  }

  /**
   * @param origin {@code file:line}, or the variable of the environment
   */
  record Given(String text, String origin) {}

  static Map<String, Given> read(Path file) {
    SettingsFile settings = new SettingsFile(file.toString());
    LoadSettings load =
        LoadSettings.builder().setSchema(new FailsafeSchema()).setUseMarks(true).build();
    try (InputStream in = Files.newInputStream(file)) {
      new Shallow(load, DEPTH)
          .composer(new YamlUnicodeReader(in))
          .getSingleNode()
          .ifPresent(root -> settings.take("", root));
    } catch (IOException e) {
      throw new SettingsRefused(List.of(file + ": this file cannot be read: " + e));
    } catch (YamlEngineException e) {
      throw new SettingsRefused(List.of(file + ": this is no YAML: " + e.getMessage()));
    }
    if (!settings.problems.isEmpty()) {
      throw new SettingsRefused(settings.problems);
    }
    return settings.given;
  }

  private void take(String key, Node node) {
    if (node instanceof ScalarNode scalar) {
      if (given.put(key, new Given(scalar.getValue(), place(node))) != null) {
        problems.add(place(node) + ": " + key + ": this stands here twice; leave one");
      }
    } else if (node instanceof MappingNode mapping) {
      for (NodeTuple entry : mapping.getValue()) {
        String part = entry.getKeyNode() instanceof ScalarNode name ? name.getValue() : "?";
        take(key.isEmpty() ? part : key + "." + part, entry.getValueNode());
      }
    } else {
      problems.add(place(node) + ": " + key + ": a list is nowhere expected; write key: value");
    }
  }

  private String place(Node node) {
    return node.getStartMark().map(m -> name + ":" + (m.getLine() + 1)).orElse(name);
  }

  /**
   * @param keys the settings that there are
   */
  static Map<String, Given> environment(Map<String, String> environment, Collection<String> keys) {
    Map<String, Given> given = new TreeMap<>();
    environment.forEach(
        (variable, value) -> {
          String key = key(variable, keys);
          if (key != null) {
            given.put(key, new Given(value, variable));
          }
        });
    return given;
  }

  private static @Nullable String key(String variable, Collection<String> keys) {
    for (String key : keys) {
      if (variable.equals(PREFIX + key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))) {
        return key;
      }
    }
    boolean ours = OURS.stream().anyMatch(o -> variable.startsWith(PREFIX + o));
    String rest = ours ? variable.substring(PREFIX.length()).toLowerCase(Locale.ROOT) : "";
    String key = rest.replaceFirst("_", ".").replace('_', '-');
    return ours ? key.replaceFirst("^cds\\.issuers-", CdsSettings.ISSUERS) : null;
  }
}
