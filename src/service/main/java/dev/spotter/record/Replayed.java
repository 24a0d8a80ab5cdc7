package dev.spotter.record;

/**
 * An old answer given again, by the rules as they then were.
 *
 * @param id the decision's
 * @param program the version that decided then
 * @param then the answer as it was kept
 * @param now the answer as it comes out today
 */
public record Replayed(String id, String program, String then, String now) {
  /** True if both are the same bytes. */
  public boolean same() {
    return then.equals(now);
  }
}
