package dev.spotter.intake;

import java.util.List;

/** A piece of an input file with its place: what JSON and YAML both become before it is bound. */
sealed interface Node {

  /** Where it begins. */
  Place place();

  /** A line and a column, from 1. */
  record Place(int line, int column) {}

  /** A key, where it stands, and its value. */
  record Entry(String key, Place place, Node value) {}

  /** Keys and values, in order, doubles kept. */
  record Mapping(List<Entry> entries, Place place) implements Node {}

  /** A list. */
  record Sequence(List<Node> items, Place place) implements Node {}

  /**
   * A single value as text.
   *
   * @param kind what the file says it is; plain YAML says nothing
   */
  record Scalar(String text, Kind kind, Place place) implements Node {
    /** True for null, in YAML also for nothing at all. */
    boolean absent() {
      return kind == Kind.NULL
          || (kind == Kind.PLAIN && (text.isEmpty() || text.equals("~") || text.equals("null")));
    }
  }

  /** What a file says a scalar is. */
  enum Kind {
    STRING,
    NUMBER,
    BOOLEAN,
    NULL,
    PLAIN
  }

  /** What it is, for people. */
  default String described() {
    if (this instanceof Mapping) {
      return "a group of fields";
    }
    if (this instanceof Sequence) {
      return "a list";
    }
    Kind kind = ((Scalar) this).kind();
    return kind == Kind.NUMBER ? "a number" : kind == Kind.BOOLEAN ? "true or false" : "a text";
  }
}
