package dev.spotter.cases;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One example: a client, and what must come out.
 *
 * @param file the file it stands in
 * @param line where it begins
 * @param name what it is about
 * @param calm true if the safety items are answered as safely as can be, unless it says otherwise
 * @param intake what the file says of the client, as text
 * @param expected what must come out
 * @param misses the same client with one answer changed, and what must come out then
 */
public record Case(
    String file,
    int line,
    String name,
    boolean calm,
    Map<String, @Nullable Object> intake,
    Expected expected,
    List<Miss> misses) {

  /**
   * A near miss.
   *
   * @param changes answers by path; null takes the answer away
   */
  public record Miss(Map<String, @Nullable Object> changes, Expected expected) {}

  /**
   * What must come out; what is null or empty is not looked at.
   *
   * @param likelihood word by cause
   * @param subtype subtype by cause; the text none for none
   * @param fires rules that must fire
   * @param silent rules that must not
   * @param remedies ids that must be shown
   * @param noRemedies ids that must not be shown
   * @param withheld ids that must be shown as withheld
   * @param flags the red flags that must be raised, and no others
   */
  public record Expected(
      @Nullable String triage,
      @Nullable String verdict,
      @Nullable String first,
      Map<String, String> likelihood,
      Map<String, String> subtype,
      List<String> fires,
      List<String> silent,
      List<String> remedies,
      List<String> noRemedies,
      List<String> withheld,
      @Nullable List<String> flags) {}
}
