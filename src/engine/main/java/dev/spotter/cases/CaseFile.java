package dev.spotter.cases;

import dev.spotter.cases.Case.Expected;
import dev.spotter.cases.Case.Miss;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Reads a file of cases; every scalar stays text. */
public final class CaseFile {
  private static final Set<String> KEYS =
      Set.of("case", "with", "intake", "expect", "but", "then", "misses");
  private static final Set<String> EXPECTED =
      Set.of(
          "triage",
          "verdict",
          "first",
          "likelihood",
          "subtype",
          "fires",
          "never",
          "silent",
          "remedies",
          "noRemedies",
          "withheld");

  private final String file;

  private CaseFile(String file) {
    this.file = file;
  }

  /**
   * Reads the cases of one file.
   *
   * @throws IllegalArgumentException if it is not a list of cases, with file and line
   */
  public static List<Case> read(String file, byte[] bytes) {
    return new CaseFile(file).read(bytes);
  }

  private List<Case> read(byte[] bytes) {
    LoadSettings settings =
        LoadSettings.builder().setSchema(new FailsafeSchema()).setLabel(file).build();
    Optional<Node> root;
    try {
      root = new Compose(settings).composeInputStream(new ByteArrayInputStream(bytes));
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
    }
    if (root.isEmpty()) {
      return List.of();
    }
    if (!(root.get() instanceof SequenceNode sequence)) {
      throw wrong(root.get(), "a file of cases is a list: - case: ...");
    }
    return sequence.getValue().stream().map(this::one).toList();
  }

  private Case one(Node node) {
    Map<String, Node> parts = mapping(node, KEYS);
    Node name = parts.get("case");
    if (name == null) {
      throw wrong(node, "a case has a name: - case: ...");
    }
    String with = text(parts.get("with"));
    if (!with.isEmpty() && !with.equals("calm")) {
      throw wrong(node, "there is only with: calm");
    }
    List<Miss> misses = new ArrayList<>();
    if (parts.containsKey("but")) {
      misses.add(miss(parts));
    }
    if (parts.get("misses") instanceof SequenceNode more) {
      more.getValue().forEach(m -> misses.add(miss(mapping(m, Set.of("but", "then")))));
    }
    return new Case(
        file,
        line(node),
        text(name),
        with.equals("calm"),
        plain(parts.get("intake")),
        expected(parts.get("expect")),
        misses);
  }

  private Miss miss(Map<String, Node> parts) {
    return new Miss(plain(parts.get("but")), expected(parts.get("then")));
  }

  private Expected expected(@Nullable Node node) {
    Map<String, Node> parts = node == null ? Map.of() : mapping(node, EXPECTED);
    List<String> silent = new ArrayList<>(list(parts.get("never")));
    silent.addAll(list(parts.get("silent")));
    return new Expected(
        word(parts.get("triage")),
        word(parts.get("verdict")),
        word(parts.get("first")),
        words(parts.get("likelihood")),
        words(parts.get("subtype")),
        list(parts.get("fires")),
        silent,
        list(parts.get("remedies")),
        list(parts.get("noRemedies")),
        list(parts.get("withheld")));
  }

  private Map<String, Node> mapping(Node node, Set<String> allowed) {
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

  private Map<String, @Nullable Object> plain(@Nullable Node node) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    if (node != null) {
      mapping(node, Set.of()).forEach((key, value) -> values.put(key, value(value)));
    }
    return values;
  }

  private @Nullable Object value(Node node) {
    if (node instanceof MappingNode) {
      return plain(node);
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(this::value).toList();
    }
    String text = text(node);
    return text.equals("null") || text.equals("~") || text.isEmpty() ? null : text;
  }

  private Map<String, String> words(@Nullable Node node) {
    Map<String, String> words = new LinkedHashMap<>();
    plain(node).forEach((key, value) -> words.put(key, String.valueOf(value)));
    return words;
  }

  private List<String> list(@Nullable Node node) {
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(this::text).toList();
    }
    return node == null ? List.of() : List.of(text(node));
  }

  private @Nullable String word(@Nullable Node node) {
    return node == null ? null : text(node);
  }

  private String text(@Nullable Node node) {
    if (node == null) {
      return "";
    }
    if (node instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw wrong(node, "expected one word or text");
  }

  private IllegalArgumentException wrong(Node node, String message) {
    return new IllegalArgumentException(file + ":" + line(node) + ": " + message);
  }

  private static int line(Node node) {
    return node.getStartMark().map(m -> m.getLine() + 1).orElse(0);
  }
}
