package dev.spotter.intake;

/**
 * How much a client's record may be.
 *
 * @param characters of one client
 * @param depth of brackets within brackets
 * @param text characters of one text
 * @param nodes values of one client, aliases counted each time
 */
public record Limits(int characters, int depth, int text, int nodes) {
  /** Far above any honest record: 8 million characters, 32 levels, 10,000 a text. */
  public static final Limits USUAL = new Limits(8_000_000, 32, 10_000, 1_000_000);
}
