package dev.spotter.record;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the record is kept. Immutable.
 *
 * @param url {@code jdbc:sqlite:FILE} or {@code jdbc:postgresql:...}
 * @param keep how much of a decision
 * @param mask ids of questions whose answers are never stored, and {@link #COMMENT}
 * @param key the file with the site's key; made if neither it nor the record is there yet
 * @param anchor a file that holds where the chain ends, or null for none
 */
public record RecordSettings(
    String url, Keep keep, Set<String> mask, Path key, @Nullable Path anchor) {
  /** What a clinician writes about a card, as it is called in {@code mask}. */
  public static final String COMMENT = "feedback.comment";

  static final String SQLITE = "jdbc:sqlite:";

  public RecordSettings {
    mask = Set.copyOf(mask);
  }

  /** True if what a clinician writes about a card is kept. */
  boolean keepsComments() {
    return keep != Keep.DIGEST && !mask.contains(COMMENT);
  }

  /** The file that SQLite writes, or null for PostgreSQL. */
  public @Nullable Path file() {
    return url.startsWith(SQLITE) ? Path.of(url.substring(SQLITE.length())) : null;
  }
}
