package dev.spotter.fact;

import org.jspecify.annotations.Nullable;

/**
 * What a rule found for or against a cause. Built by a rule as one sentence: {@code
 * Evidence.supports("muscle-fatigue").strongly().group("clock").because("...")}.
 *
 * @param cause the cause's id
 * @param supports true for, false against
 * @param strength the word that the scale turns into points; never null once a rule has built it
 * @param group findings that say the same thing in other words share a group; null for a group of
 *     its own
 * @param subtype what kind of the cause it speaks for, or null
 * @param observed true if its points depend on who saw it
 * @param because the reason, for people
 */
public record Evidence(
    String cause,
    boolean supports,
    @Nullable Strength strength,
    @Nullable String group,
    @Nullable String subtype,
    boolean observed,
    String because) {

  /** The strength words, strongest first. */
  public enum Strength {
    DECISIVE,
    STRONG,
    MODERATE,
    WEAK
  }

  public static Evidence supports(String cause) {
    return new Evidence(cause, true, null, null, null, false, "");
  }

  public static Evidence opposes(String cause) {
    return new Evidence(cause, false, null, null, null, false, "");
  }

  public Evidence decisively() {
    return with(Strength.DECISIVE);
  }

  public Evidence strongly() {
    return with(Strength.STRONG);
  }

  public Evidence moderately() {
    return with(Strength.MODERATE);
  }

  public Evidence weakly() {
    return with(Strength.WEAK);
  }

  private Evidence with(Strength word) {
    return new Evidence(cause, supports, word, group, subtype, observed, because);
  }

  public Evidence group(String name) {
    return new Evidence(cause, supports, strength, name, subtype, observed, because);
  }

  public Evidence subtype(String name) {
    return new Evidence(cause, supports, strength, group, name, observed, because);
  }

  /** Its points are to be scaled by who saw the technique. */
  public Evidence asObserved() {
    return new Evidence(cause, supports, strength, group, subtype, true, because);
  }

  public Evidence because(String reason) {
    return new Evidence(cause, supports, strength, group, subtype, observed, reason);
  }
}
