package dev.spotter.book;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes blocks as Markdown with tables, without any HTML. */
final class Markdown {
  private final Map<String, String> anchors;

  /**
   * @param anchors of headings, by key
   */
  Markdown(Map<String, String> anchors) {
    this.anchors = anchors;
  }

  /** Blocks with an empty line between each two, and a line break at the end. */
  String write(List<Block> blocks) {
    return blocks.stream().map(this::block).collect(Collectors.joining("\n\n", "", "\n"));
  }

  private String block(Block block) {
    if (block instanceof Block.Title title) {
      return "#".repeat(title.level()) + " " + Escaped.words(title.text()).strip();
    }
    if (block instanceof Block.Items items) {
      return items.items().stream()
          .map(i -> "- " + Escaped.beginning(line(i, false)))
          .collect(Collectors.joining("\n"));
    }
    if (block instanceof Block.Table table) {
      return table(table);
    }
    if (block instanceof Block.Drl drl) {
      return Escaped.fenced(drl.text(), "drl");
    }
    return Escaped.beginning(line(((Block.Paragraph) block).phrase(), false));
  }

  private String table(Block.Table table) {
    String heads =
        table.columns().stream().map(Escaped::words).collect(Collectors.joining(" | ", "| ", " |"));
    String rule = "|" + " --- |".repeat(table.columns().size());
    String rows =
        table.rows().stream()
            .map(
                row ->
                    row.stream()
                        .map(cell -> line(cell, true).strip())
                        .collect(Collectors.joining(" | ", "| ", " |")))
            .collect(Collectors.joining("\n"));
    return heads + "\n" + rule + "\n" + rows;
  }

  private String line(Phrase phrase, boolean cell) {
    return phrase.spans().stream().map(s -> span(s, cell)).collect(Collectors.joining());
  }

  private String span(Span span, boolean cell) {
    if (span instanceof Span.Strong strong) {
      return "**" + Escaped.words(strong.text()).strip() + "**";
    }
    if (span instanceof Span.Code code) {
      return Escaped.code(code.text(), cell);
    }
    if (span instanceof Span.Ref ref) {
      return "[" + Escaped.words(ref.text()) + "](#" + anchor(ref.key()) + ")";
    }
    if (span instanceof Span.Link link) {
      return "[" + Escaped.words(link.text()) + "](" + link.url() + ")";
    }
    return Escaped.words(span.text());
  }

  private String anchor(String key) {
    @Nullable String anchor = anchors.get(key);
    if (anchor == null) {
      throw new IllegalStateException("the book has no place for: " + key);
    }
    return anchor;
  }
}
