package dev.spotter.book;

import java.util.ArrayList;
import java.util.List;

/** Takes the book down, block after block. */
final class Manuscript {
  private final List<Block> blocks = new ArrayList<>();

  void chapter(String text) {
    title(2, text, Keys.chapter(text));
  }

  void title(int level, String text, String key) {
    blocks.add(new Block.Title(level, text, key));
  }

  void say(String words) {
    say(Phrase.of(words));
  }

  void say(Phrase phrase) {
    blocks.add(new Block.Paragraph(phrase));
  }

  void items(List<Phrase> items) {
    if (!items.isEmpty()) {
      blocks.add(new Block.Items(List.copyOf(items)));
    }
  }

  void table(List<String> columns, List<List<Phrase>> rows) {
    blocks.add(new Block.Table(columns, List.copyOf(rows)));
  }

  /** A table under a line that says what it holds; nothing where there is no row. */
  void table(String about, List<String> columns, List<List<Phrase>> rows) {
    if (!rows.isEmpty()) {
      say(Phrase.strong(about));
      table(columns, rows);
    }
  }

  void drl(String text) {
    blocks.add(new Block.Drl(text));
  }

  List<Block> blocks() {
    return List.copyOf(blocks);
  }
}
