package dev.spotter.book;

/**
 * What a comparison speaks of.
 *
 * @param name as people call it
 * @param absent how it is said that there is no value
 * @param present how it is said that there is one
 * @param open when a negation holds without a value; empty if there is always one
 */
record Subject(Phrase name, String absent, String present, String open) {

  /** A fact of the engine that always has a value. */
  static Subject known(String name) {
    return new Subject(Phrase.of(name), "not known", "known", "");
  }
}
