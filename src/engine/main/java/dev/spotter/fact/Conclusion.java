package dev.spotter.fact;

/**
 * What is said of one cause to this person.
 *
 * @param cause the cause's id
 * @param text the words
 */
public record Conclusion(String cause, String text) {

  public static Conclusion about(String cause) {
    return new Conclusion(cause, "");
  }

  public Conclusion says(String text) {
    return new Conclusion(cause, text);
  }
}
