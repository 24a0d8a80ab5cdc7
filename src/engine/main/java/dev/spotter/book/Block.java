package dev.spotter.book;

import java.util.List;

/** A part of a page. */
sealed interface Block {

  /**
   * A heading, which links can lead to.
   *
   * @param level 2 for a chapter
   * @param key what links call it; unique
   */
  record Title(int level, String text, String key) implements Block {}

  record Paragraph(Phrase phrase) implements Block {}

  record Items(List<Phrase> items) implements Block {}

  record Table(List<String> columns, List<List<Phrase>> rows) implements Block {}

  /** Rules as they are written. */
  record Drl(String text) implements Block {}
}
