package dev.spotter.cds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** CDS Hooks has no null, and no empty text, list or object, but for an answer without cards. */
final class Pruned {
  private Pruned() {}

  /** The same node without what says nothing; the node itself is changed. */
  static ObjectNode of(ObjectNode node) {
    prune(node);
    return node;
  }

  private static void prune(JsonNode node) {
    node.forEach(Pruned::prune);
    for (var children = node.elements(); children.hasNext(); ) {
      if (saysNothing(children.next())) {
        children.remove();
      }
    }
  }

  private static boolean saysNothing(JsonNode node) {
    return node.isNull()
        || (node.isTextual() && node.textValue().isBlank())
        || (node.isContainerNode() && node.isEmpty());
  }
}
