package dev.spotter.app;

import dev.spotter.book.Book;
import dev.spotter.book.Heading;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A book as one HTML file that needs nothing else: no script, no font, no image, and a policy that
 * forbids all of them, so that nothing a rule says can fetch or run anything. Well-formed XML too.
 */
final class BookPage {
  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8"/>
      <meta name="viewport" content="width=device-width, initial-scale=1"/>
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
      <meta name="referrer" content="no-referrer"/>
      <meta name="color-scheme" content="light dark"/>
      <title>%1$s</title>
      <style>
      %2$s</style>
      </head>
      <body>
      <a class="skip" href="#book">To the text</a>
      <header><h1>%1$s</h1></header>
      <nav id="contents" aria-label="Contents">
      %3$s</nav>
      <main id="book">
      %4$s</main>
      <a class="up" href="#contents">Contents</a>
      </body>
      </html>
      """;

  private BookPage() {}

  static String of(Book book) {
    return PAGE.formatted(escaped(book.title()), style(), contents(book.headings()), text(book));
  }

  private static String text(Book book) {
    Headings headings = new Headings(book.headings());
    String html =
        HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .nodeRendererFactory(headings::in)
            .attributeProviderFactory(context -> new BookAttributes())
            .build()
            .render(Parser.builder().extensions(TABLES).build().parse(book.text()));
    headings.finish();
    return html;
  }

  /** Chapters, each with what is in it folded away. */
  private static String contents(List<Heading> headings) {
    StringBuilder list = new StringBuilder();
    boolean inside = false;
    for (int i = 0; i < headings.size(); i++) {
      Heading heading = headings.get(i);
      String link = "<a href=\"#" + heading.anchor() + "\">" + escaped(heading.text()) + "</a>";
      if (heading.level() == 2) {
        list.append(inside ? "</ul></details>\n" : "");
        inside = i + 1 < headings.size() && headings.get(i + 1).level() == 3;
        list.append(
            inside
                ? "<details><summary>" + link + "</summary><ul>"
                : "<p class=\"leaf\">" + link + "</p>\n");
      } else if (heading.level() == 3) {
        list.append("<li>").append(link).append("</li>");
      }
    }
    return list.append(inside ? "</ul></details>\n" : "").toString();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  private static String style() {
    try (InputStream in = BookPage.class.getResourceAsStream("book.css")) {
      if (in == null) {
        throw new IOException("the jar holds no book.css");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
