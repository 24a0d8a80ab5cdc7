package dev.spotter.cases;

import dev.spotter.yaml.Shallow;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.YamlUnicodeReader;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/**
 * A YAML file that is a list of entries, read strictly: every scalar stays text, a key that is not
 * expected is refused, and every complaint names file and line.
 */
public final class Outline {
  private final String file;

  public Outline(String file) {
    this.file = file;
  }

  /**
   * The entries of the list; none for an empty file.
   *
   * @param example how an entry begins, for the complaint
   * @throws IllegalArgumentException if it is not YAML or no list
   */
  public List<Node> entries(byte[] bytes, String example) {
    LoadSettings settings =
        LoadSettings.builder().setSchema(new FailsafeSchema()).setLabel(file).build();
    Optional<Node> root;
    try {
      root =
          new Shallow(settings, Shallow.USUAL)
              .composer(new YamlUnicodeReader(new ByteArrayInputStream(bytes)))
              .getSingleNode();
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
    if (root.isEmpty()) {
      return List.of();
    }
    return elements(root.get(), "this file is a list: " + example);
  }

  /**
   * The elements of a list.
   *
   * @param complaint what to say where it is none
   * @throws IllegalArgumentException if it is none
   */
  public List<Node> elements(Node node, String complaint) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    throw wrong(node, complaint);
  }

  /**
   * The values of a mapping by key, in order.
   *
   * @param allowed the keys there may be; empty for any
   * @throws IllegalArgumentException if it is no mapping, or a key is strange or stands twice
   */
  public Map<String, Node> mapping(Node node, Set<String> allowed) {
    if (!(node instanceof MappingNode mapping)) {
      throw wrong(node, "expected 'key: value' lines");
    }
    Map<String, Node> parts = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = text(tuple.getKeyNode());
      if (!allowed.isEmpty() && !allowed.contains(key)) {
        throw wrong(
            tuple.getKeyNode(),
            "'"
                + key
                + "' has no place here; there are "
                + String.join(", ", allowed.stream().sorted().toList()));
      }
      if (parts.put(key, tuple.getValueNode()) != null) {
        throw wrong(tuple.getKeyNode(), "'" + key + "' stands twice");
      }
    }
    return parts;
  }

  /** A mapping as plain maps, lists and text; null for an empty value. */
  public Map<String, @Nullable Object> plain(@Nullable Node node) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    if (node != null) {
      mapping(node, Set.of()).forEach((key, value) -> values.put(key, value(value)));
    }
    return values;
  }

  /** As plain maps, lists and text. */
  public @Nullable Object value(Node node) {
    if (node instanceof MappingNode) {
      return plain(node);
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(this::value).toList();
    }
    String text = text(node);
    return text.equals("null") || text.equals("~") || text.isEmpty() ? null : text;
  }

  /** A mapping of text to text. */
  public Map<String, String> words(@Nullable Node node) {
    Map<String, String> words = new LinkedHashMap<>();
    plain(node).forEach((key, value) -> words.put(key, String.valueOf(value)));
    return words;
  }

  /** A list of texts; one text is a list of one. */
  public List<String> list(@Nullable Node node) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(this::text).toList();
    }
    return node == null ? List.of() : List.of(text(node));
  }

  /** The text, or null where there is no node. */
  public @Nullable String word(@Nullable Node node) {
    return node == null ? null : text(node);
  }

  /** The text; empty where there is no node. */
  public String text(@Nullable Node node) {
    if (node == null) {
      return "";
    }
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw wrong(node, "expected one word or text");
  }

  /** A complaint with the place. */
  public IllegalArgumentException wrong(Node node, String message) {
    return new IllegalArgumentException(file + ":" + line(node) + ": " + message);
  }

  /** The line on which it begins, from 1. */
  public static int line(Node node) {
    return node.getStartMark().map(m -> m.getLine() + 1).orElse(0);
  }
}
