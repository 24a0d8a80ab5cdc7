package dev.spotter.fact;

/**
 * A rule's demand that the client be seen. The highest level asked for wins; nothing lowers it.
 *
 * @param level how soon
 * @param flag the red flag's id ({@code RF01})
 * @param because the reason, for people
 */
public record Referral(Level level, String flag, String because) {

  public static Referral emergency(String flag) {
    return new Referral(Level.EMERGENCY, flag, "");
  }

  public static Referral urgent(String flag) {
    return new Referral(Level.URGENT, flag, "");
  }

  public static Referral soon(String flag) {
    return new Referral(Level.SOON, flag, "");
  }

  public static Referral undetermined(String flag) {
    return new Referral(Level.UNDETERMINED, flag, "");
  }

  public Referral because(String reason) {
    return new Referral(level, flag, reason);
  }
}
