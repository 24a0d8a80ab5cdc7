package dev.spotter.app;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Writes headings with the anchors that the book gave them, and a link to copy beside each. */
final class Headings {
  private final Iterator<dev.spotter.book.Heading> expected;

  Headings(List<dev.spotter.book.Heading> expected) {
    this.expected = expected.iterator();
  }

  NodeRenderer in(HtmlNodeRendererContext context) {
    return new NodeRenderer() {
      @Override
      public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Heading.class);
      }

      @Override
      public void render(Node node) {
        heading(node, context);
      }
    };
  }

  private void heading(Node node, HtmlNodeRendererContext context) {
    dev.spotter.book.Heading heading = expected.next();
    HtmlWriter html = context.getWriter();
    String tag = "h" + heading.level();
    html.line();
    html.tag(tag, Map.of("id", heading.anchor()));
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      context.render(child);
    }
    Map<String, String> link = new LinkedHashMap<>();
    link.put("href", "#" + heading.anchor());
    link.put("class", "here");
    link.put("aria-label", "Link to this place");
    html.tag("a", link);
    html.raw("#");
    html.tag("/a");
    html.tag("/" + tag);
    html.line();
  }

  /** To be called last: a heading more or less would have moved every anchor behind it. */
  void finish() {
    if (expected.hasNext()) {
      throw new IllegalStateException("the page has no heading " + expected.next());
    }
  }
}
