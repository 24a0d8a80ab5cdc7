package dev.spotter.record;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A row of the chain, as it is stored.
 *
 * @param seq 1 for the first, no gaps
 * @param id a UUID
 * @param at when it was kept, by this machine's clock
 * @param ruleSet that decided; empty where none did
 * @param program the version that decided
 * @param inputDigest SHA-256 of what was told, under the client's key
 * @param who asked
 * @param kind {@code decision}, {@code feedback}, {@code erasure}
 * @param client the random word for the client
 * @param payload what is kept of it, sealed with the client's key; null for nothing
 * @param previous the hash of the row before
 * @param hash of all of the above
 */
record Row(
    long seq,
    String id,
    String at,
    String ruleSet,
    String program,
    String inputDigest,
    String who,
    String kind,
    String client,
    byte @Nullable [] payload,
    String previous,
    String hash) {
  static final String DECISION = "decision";
  static final String FEEDBACK = "feedback";
  static final String ERASURE = "erasure";

  /** What the first row follows. */
  static final String START = "0".repeat(64);

  /** The same with the hash that belongs to it. */
  Row hashed() {
    return new Row(
        seq,
        id,
        at,
        ruleSet,
        program,
        inputDigest,
        who,
        kind,
        client,
        payload,
        previous,
        hashAt(seq));
  }

  boolean intact() {
    return hash.equals(hashAt(seq));
  }

  /** The hash it would have at another place. */
  String hashAt(long place) {
    return Hashing.of(
        text(String.valueOf(place)),
        text(id),
        text(at),
        text(ruleSet),
        text(program),
        text(inputDigest),
        text(who),
        text(kind),
        text(client),
        text(payload == null ? "without" : "with"),
        payload == null ? new byte[0] : payload,
        text(previous));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
