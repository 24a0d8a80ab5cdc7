package dev.spotter.ehr;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
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

  /** What our cards are made of. */
  private static final Set<String> MARKS =
      Set.of(
          "Document",
          "Paragraph",
          "Text",
          "StrongEmphasis",
          "BulletList",
          "ListItem",
          "Link",
          "SoftLineBreak");

  private static final Pattern DOI = Pattern.compile("https://doi\\.org/10\\.[A-Za-z0-9%._/*-]+");

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

  /** What stands in a card that cards are not made of; of links, those that lead to no DOI. */
  public static List<String> strange(String card) {
    List<String> strange = new ArrayList<>(kinds(card));
    strange.removeAll(MARKS);
    PARSER
        .parse(card)
        .accept(
            new AbstractVisitor() {
              @Override
              public void visit(Link link) {
                if (!DOI.matcher(link.getDestination()).matches()) {
                  strange.add(link.getDestination());
                }
                visitChildren(link);
              }
            });
    return strange;
  }

  /** The words that a reader sees; what cannot be seen is left out. */
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
    return words.toString().replace("\u2060", "");
  }
}
