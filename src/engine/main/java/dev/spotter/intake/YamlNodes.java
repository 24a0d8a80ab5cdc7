package dev.spotter.intake;

import dev.spotter.intake.Node.Entry;
import dev.spotter.intake.Node.Kind;
import dev.spotter.intake.Node.Place;
import dev.spotter.yaml.Shallow;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Reads YAML documents; every plain scalar stays the text that it is. */
final class YamlNodes {
  private static final Set<Tag> KNOWN = Set.of(Tag.STR, Tag.SEQ, Tag.MAP, Tag.NULL);
  private final Limits limits;
  private final Iterator<org.snakeyaml.engine.v2.nodes.Node> documents;
  private final List<Node> waiting = new ArrayList<>();
  private final int lineBase;
  private int nodes;

  YamlNodes(Reader reader, Limits limits) {
    this(reader, limits, 0);
  }

  /**
   * @param lineBase lines of the file before the first of this reader
   */
  YamlNodes(Reader reader, Limits limits, int lineBase) {
    LoadSettings settings =
        LoadSettings.builder()
            .setSchema(new FailsafeSchema())
            .setAllowDuplicateKeys(true)
            .setCodePointLimit(limits.characters())
            .build();
    this.limits = limits;
    this.lineBase = lineBase;
    this.documents = new Shallow(settings, limits.depth() + 1).composer(reader);
  }

  /**
   * The next client, or null at the end. A list at the top is a list of clients.
   *
   * @throws Unreadable if nothing behind this place can be made out
   */
  @Nullable Node next() throws Unreadable {
    while (waiting.isEmpty()) {
      Node document = document();
      if (document == null) {
        return null;
      }
      if (document instanceof Node.Sequence list) {
        waiting.addAll(list.items());
      } else if (!(document instanceof Node.Scalar scalar && scalar.absent())) {
        waiting.add(document);
      }
    }
    return waiting.remove(0);
  }

  private @Nullable Node document() throws Unreadable {
    try {
      if (!documents.hasNext()) {
        return null;
      }
      nodes = 0;
      return node(documents.next(), 0);
    } catch (Shallow.TooDeep e) {
      throw new Unreadable(
          Fault.TOO_DEEP,
          place(e.getProblemMark()),
          "groups within groups, more than " + limits.depth() + " deep");
    } catch (MarkedYamlEngineException e) {
      throw new Unreadable(Fault.SYNTAX, place(e.getProblemMark()), "not YAML: " + e.getProblem());
    } catch (YamlEngineException e) {
      throw new Unreadable(
          Fault.SYNTAX,
          new Place(0, 0),
          "not YAML: " + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private Node node(org.snakeyaml.engine.v2.nodes.Node yaml, int depth) throws Unreadable {
    Place place = place(yaml.getStartMark());
    if (depth > limits.depth()) {
      throw new Unreadable(
          Fault.TOO_DEEP, place, "groups within groups, more than " + limits.depth() + " deep");
    }
    if (++nodes > limits.nodes()) {
      throw new Unreadable(
          Fault.TOO_LONG, place, "one client of more than " + limits.nodes() + " values");
    }
    if (!KNOWN.contains(yaml.getTag())) {
      throw new Unreadable(Fault.SYNTAX, place, "a tag such as !this has no place in an intake");
    }
    if (yaml instanceof MappingNode mapping) {
      List<Entry> entries = new ArrayList<>();
      for (NodeTuple tuple : mapping.getValue()) {
        Node key = node(tuple.getKeyNode(), depth + 1);
        String name = key instanceof Node.Scalar scalar ? scalar.text() : "";
        entries.add(new Entry(name, key.place(), node(tuple.getValueNode(), depth + 1)));
      }
      return new Node.Mapping(entries, place);
    }
    if (yaml instanceof SequenceNode sequence) {
      List<Node> items = new ArrayList<>();
      for (org.snakeyaml.engine.v2.nodes.Node item : sequence.getValue()) {
        items.add(node(item, depth + 1));
      }
      return new Node.Sequence(items, place);
    }
    return scalar((ScalarNode) yaml, place);
  }

  private Node scalar(ScalarNode scalar, Place place) throws Unreadable {
    if (scalar.getValue().length() > limits.text()) {
      throw new Unreadable(
          Fault.TOO_LONG, place, "a text of more than " + limits.text() + " characters");
    }
    boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
    return new Node.Scalar(scalar.getValue(), plain ? Kind.PLAIN : Kind.STRING, place);
  }

  private Place place(Optional<Mark> mark) {
    return mark.map(m -> new Place(m.getLine() + 1 + lineBase, m.getColumn() + 1))
        .orElse(new Place(0, 0));
  }
}
