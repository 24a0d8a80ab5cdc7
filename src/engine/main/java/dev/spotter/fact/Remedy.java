package dev.spotter.fact;

/**
 * Something to do.
 *
 * @param id the remedy's id, declared in the rules
 * @param advice what exactly, for this person; empty where another rule says it
 * @param because why this person; empty for the rule's own name
 */
public record Remedy(String id, String advice, String because) {

  public static Remedy of(String id) {
    return new Remedy(id, "", "");
  }

  public Remedy advice(String text) {
    return new Remedy(id, text, because);
  }

  public Remedy because(String reason) {
    return new Remedy(id, advice, reason);
  }
}
