package dev.spotter.fact;

/**
 * Something to be said beside causes and remedies.
 *
 * @param kind {@code note}, {@code safety-net} (when to come back at once) or {@code recheck}
 * @param text the words; for a recheck the number of days, {@code 3d}
 * @param because the reason for a recheck; empty otherwise
 */
public record Note(Kind kind, String text, String because) {

  /** What a note is for. */
  public enum Kind {
    NOTE,
    SAFETY_NET,
    RECHECK
  }

  public static Note says(String text) {
    return new Note(Kind.NOTE, text, "");
  }

  public static Note safetyNet(String text) {
    return new Note(Kind.SAFETY_NET, text, "");
  }

  /** To be looked at again after so many days, {@code "3d"}; the earliest of all wins. */
  public static Note recheck(String days) {
    return new Note(Kind.RECHECK, days, "");
  }

  public Note because(String reason) {
    return new Note(kind, text, reason);
  }
}
