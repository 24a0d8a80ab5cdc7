package dev.spotter.fact;

/**
 * A rule's demand that something not be advised to this client, whatever else fires.
 *
 * @param remedy the remedy's id, or empty if a kind is meant
 * @param kind the kind of remedy, or empty if one remedy is meant
 * @param because the reason, for people
 */
public record Withhold(String remedy, String kind, String because) {

  public static Withhold remedy(String id) {
    return new Withhold(id, "", "");
  }

  public static Withhold kind(String kind) {
    return new Withhold("", kind, "");
  }

  public Withhold because(String reason) {
    return new Withhold(remedy, kind, reason);
  }
}
