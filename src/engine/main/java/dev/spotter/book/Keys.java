package dev.spotter.book;

/** What links call the places of the book. */
final class Keys {
  private Keys() {}

  static String chapter(String title) {
    return "chapter " + title;
  }

  static String flag(String id) {
    return "flag " + id;
  }

  static String cause(String id) {
    return "cause " + id;
  }

  static String remedy(String id) {
    return "remedy " + id;
  }

  /** What withholds every remedy of a kind. */
  static String kind(String kind) {
    return "kind " + kind;
  }

  static String question(String id) {
    return "question " + id;
  }

  static String source(String key) {
    return "source " + key;
  }

  static String rule(String name) {
    return "rule " + name;
  }
}
