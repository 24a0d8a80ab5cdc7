package dev.spotter.ehr;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Markdown as record systems show it: GitHub's, with all that it makes of plain words. */
public final class Rendered {
  private static final List<Extension> GITHUB =
      List.of(
          AutolinkExtension.create(), TablesExtension.create(), StrikethroughExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(GITHUB).build();
  private static final HtmlRenderer HTML =
      HtmlRenderer.builder().extensions(GITHUB).escapeHtml(true).sanitizeUrls(true).build();

  private Rendered() {}

  /** As HTML. */
  public static String html(String markdown) {
    return HTML.render(PARSER.parse(markdown));
  }

  /** The kinds of all nodes that it is read as. */
  public static List<String> kinds(String markdown) {
    List<String> kinds = new ArrayList<>();
    kinds(PARSER.parse(markdown), kinds);
    return kinds;
  }

  private static void kinds(Node node, List<String> kinds) {
    kinds.add(node.getClass().getSimpleName());
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      kinds(child, kinds);
    }
  }

  /** Where its links lead. */
  public static List<String> links(String markdown) {
    List<String> links = new ArrayList<>();
    PARSER
        .parse(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link link) {
                links.add(link.getDestination());
                visitChildren(link);
              }
            });
    return links;
  }

  /** The words that a reader sees. */
  public static String words(String markdown) {
    StringBuilder words = new StringBuilder();
    PARSER
        .parse(markdown)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Text text) {
                words.append(text.getLiteral());
              }

              @Override
              public void visit(SoftLineBreak line) {
                words.append('\n');
              }
            });
    return words.toString();
  }
}
