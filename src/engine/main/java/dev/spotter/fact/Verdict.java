package dev.spotter.fact;

/**
 * Which cause leads.
 *
 * @param leads a cause's id, {@code no-clear-leader}, or {@code undetermined} where too little is
 *     known
 * @param first the cause that stands first in the list, whether or not it leads
 */
public record Verdict(String leads, String first) {
  public static final String NO_CLEAR_LEADER = "no-clear-leader";
  public static final String UNDETERMINED = "undetermined";
}
