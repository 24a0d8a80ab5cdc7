package dev.spotter.batch;

/**
 * Why a client has no answer though the record was good.
 *
 * @param rule the rule that failed; empty if it was the engine
 * @param file the file it stands in; empty where not known
 * @param message for people, without private values
 */
record Failure(String rule, String file, String message) {
  /** The rule, or who else is to blame. */
  String culprit() {
    return rule.isEmpty() ? "the engine" : rule;
  }
}
