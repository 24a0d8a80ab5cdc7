package dev.spotter.rules;

import java.util.List;
import java.util.Map;

/**
 * What a file of the closed grammar says, before its names are looked up.
 *
 * @param file the file
 * @param declarations in order
 * @param rules in order
 */
record Draft(SourceFile file, List<Declared> declarations, List<DraftRule> rules) {

  /** An annotation's text, and where it begins in the file. */
  record Note(String text, int offset) {}

  /** A declare: its name, its annotations by key, its fields in order. */
  record Declared(String name, int offset, Map<String, Note> notes, List<Field> fields) {}

  /** A field of a declare, with the type as written. */
  record Field(String name, String type, int offset, Map<String, Note> notes) {}

  /**
   * A rule: its annotations by key, its patterns and its actions.
   *
   * @param whole false if a part of it was refused, so that this is not all it says
   */
  record DraftRule(
      String name,
      int offset,
      Map<String, Note> notes,
      List<Pattern> patterns,
      List<Action> actions,
      boolean whole) {}
}
