package dev.spotter.assess;

import dev.spotter.fact.Level;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was decided for one client, in ids alone: the short form of an {@link Assessment}, for runs
 * over very many clients. Immutable.
 *
 * @param level how urgent
 * @param flags the red flags that fired
 * @param verdict the cause that leads, {@code no-clear-leader}, or {@code undetermined}
 * @param causes every cause, best first
 * @param remedies ids of what is shown, in the order of declaration
 * @param withheld ids of what was advised and is not shown
 * @param fired names of the rules that inserted something
 * @param open ids of the questions that apply and have no answer, in the order of declaration
 */
public record Decision(
    Level level,
    Set<String> flags,
    String verdict,
    List<Standing> causes,
    Set<String> remedies,
    Set<String> withheld,
    Set<String> fired,
    List<String> open) {

  /**
   * Where a cause stands.
   *
   * @param likelihood {@code likely}, {@code possible} or {@code unlikely}
   * @param subtype what kind of it most speaks for, or null
   */
  public record Standing(String cause, int points, String likelihood, @Nullable String subtype) {}

  /** The cause that stands first; empty where the rules declare none. */
  public String first() {
    return causes.isEmpty() ? "" : causes.get(0).cause();
  }

  /** Where the cause of this id stands, or null. */
  public @Nullable Standing cause(String id) {
    for (Standing cause : causes) {
      if (cause.cause().equals(id)) {
        return cause;
      }
    }
    return null;
  }
}
