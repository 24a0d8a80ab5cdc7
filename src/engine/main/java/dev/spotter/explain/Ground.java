package dev.spotter.explain;

import dev.spotter.rules.Citation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that fired, and what it did to a conclusion.
 *
 * @param role what it did
 * @param because its reason, for people
 * @param level the level that it asks for, or null
 * @param group the evidence group, or the flag of a referral; null where there is none
 * @param points what it weighs by itself; 0 but for evidence
 * @param counted what of that counts, beside others of its group
 * @param rule the rule's name
 * @param file the file it stands in; empty for the engine itself
 * @param line where it begins
 * @param read what it read
 * @param sources what it cites
 */
public record Ground(
    Role role,
    String because,
    @Nullable String level,
    @Nullable String group,
    int points,
    int counted,
    String rule,
    String file,
    int line,
    List<Answered> read,
    List<Citation> sources) {

  /** What a rule did. */
  public enum Role {
    /** Asks for a level. */
    REFERS,
    /** Speaks for a cause. */
    SUPPORTS,
    /** Speaks against a cause. */
    OPPOSES,
    /** Says something of a cause. */
    CONCLUDES,
    /** Gives a remedy. */
    ADVISES,
    /** Withholds a remedy. */
    WITHHOLDS,
    /** Says something else. */
    NOTES
  }
}
