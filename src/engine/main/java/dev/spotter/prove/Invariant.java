package dev.spotter.prove;

import dev.spotter.fact.Level;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Something that holds for every client, whatever the rules say.
 *
 * @param file the file it stands in
 * @param line where it begins
 * @param name what it says, for people
 * @param anyOf when it applies: if all demands of one of these hold; empty for always
 * @param then what must hold then
 * @param sources keys of citations
 */
public record Invariant(
    String file, int line, String name, List<When> anyOf, Then then, List<String> sources) {

  /**
   * One way in which an invariant applies.
   *
   * @param answers what the answers must be, by question id
   * @param levels the levels that it is about; empty for any
   */
  public record When(Map<String, Wanted> answers, Set<Level> levels) {}

  /**
   * What must hold.
   *
   * @param levels the levels allowed; empty for any
   * @param remedies ids that must be shown
   * @param noRemedies ids that must not be shown
   * @param noKinds kinds of remedy of which none may be shown
   * @param firm true if the level must not fall when a safe answer is taken away
   */
  public record Then(
      Set<Level> levels,
      List<String> remedies,
      List<String> noRemedies,
      List<String> noKinds,
      boolean firm) {

    /** True if nothing is said but what the level must be. */
    boolean levelAlone() {
      return remedies.isEmpty() && noRemedies.isEmpty() && noKinds.isEmpty() && !firm;
    }
  }

  /** True if both apply to the same clients and demand the same of them. */
  public boolean says(Invariant other) {
    return anyOf.equals(other.anyOf) && then.equals(other.then);
  }

  /** By name, which tells enough: invariants are keys that are looked up for every client. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }
}
