package dev.spotter.app;

import dev.spotter.fact.Level;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Code;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.renderer.html.AttributeProvider;
import org.jspecify.annotations.Nullable;

/**
 * What the style sheet needs to know beyond tags: which column a cell belongs to, since on a narrow
 * screen a row becomes a card, and which words are levels.
 */
final class BookAttributes implements AttributeProvider {
  @Override
  public void setAttributes(Node node, String tag, Map<String, String> attributes) {
    if (node instanceof TableCell cell && !cell.isHeader()) {
      attributes.put("data-label", label(cell));
    } else if (node instanceof StrongEmphasis strong && Level.of(words(strong)) != null) {
      attributes.put("class", "level " + words(strong));
    } else if (node instanceof Link link) {
      attributes.remove("rel");
      if (!link.getDestination().startsWith("#")) {
        attributes.put("rel", "noopener noreferrer");
      }
    }
  }

  private static String label(TableCell cell) {
    int column = 0;
    for (Node n = cell.getPrevious(); n != null; n = n.getPrevious()) {
      column++;
    }
    @Nullable Node head = cell.getParent().getParent().getParent().getFirstChild().getFirstChild();
    head = head.getFirstChild();
    for (int i = 0; i < column && head != null; i++) {
      head = head.getNext();
    }
    return head == null ? "" : words(head);
  }

  private static String words(Node node) {
    return Stream.iterate(node.getFirstChild(), n -> n != null, Node::getNext)
        .map(n -> n instanceof Text t ? t.getLiteral() : n instanceof Code c ? c.getLiteral() : "")
        .collect(Collectors.joining());
  }
}
