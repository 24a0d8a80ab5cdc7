package dev.spotter.cases;

import dev.spotter.fact.Level;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A story with the answer that its writer holds right, written before anybody asked the rules.
 *
 * @param file the file it stands in
 * @param line where it begins
 * @param id its id
 * @param story in the words of the lifter or the coach
 * @param intake what the file says of the client, as text
 * @param label what its writer holds right
 * @param because why, for people
 */
public record Vignette(
    String file,
    int line,
    String id,
    String story,
    Map<String, @Nullable Object> intake,
    Label label,
    String because) {

  /**
   * What the writer of a story holds right.
   *
   * @param first the cause that should stand first
   * @param subtype what kind of it, or null where the story leaves it open
   * @param level how urgent
   * @param bounds the levels that would do as well, {@code level} among them
   * @param remedies ids that should be shown
   * @param noRemedies ids that would be wrong here
   */
  public record Label(
      String first,
      @Nullable String subtype,
      Level level,
      Set<Level> bounds,
      List<String> remedies,
      List<String> noRemedies) {}
}
