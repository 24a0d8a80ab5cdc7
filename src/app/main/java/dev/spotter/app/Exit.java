package dev.spotter.app;

/** What the command tells the shell. */
final class Exit {
  static final int OK = 0;

  /** Failed cases, a refused edit, a broken invariant. */
  static final int FINDINGS = 1;

  static final int USAGE = 2;

  /** The rules do not compile. */
  static final int RULES = 3;

  /** Bad input: at least one client was rejected. */
  static final int INPUT = 4;

  /** A fault of ours: a rule threw, or worse. */
  static final int INTERNAL = 5;

  /** Somebody asked to stop; what was done holds. */
  static final int INTERRUPTED = 130;

  private Exit() {}
}
