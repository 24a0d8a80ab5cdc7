package dev.spotter.compare;

import dev.spotter.assess.Decision;

/** What came of one client under one state of the rules. */
public sealed interface Side {

  /** An answer. */
  record Decided(Decision decision) implements Side {}

  /**
   * A rule failed, so nobody knows how urgent it is.
   *
   * @param rule the rule's name; empty if the engine failed
   */
  record Failed(String rule) implements Side {}

  /**
   * The record could not be used.
   *
   * @param code why
   * @param path the question it is about, or empty
   */
  record Rejected(String code, String path) implements Side {}
}
