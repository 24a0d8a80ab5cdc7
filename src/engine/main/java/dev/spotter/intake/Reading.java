package dev.spotter.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of one client's record: an intake, or the reasons why there is none. */
public sealed interface Reading {

  /** Everything that was noticed, in order of place. */
  List<Problem> problems();

  /** A usable record; its problems, if any, are warnings. */
  record Read(Intake intake, List<Problem> problems) implements Reading {}

  /**
   * A record that cannot be used.
   *
   * @param id the client's id where it could be read
   */
  record Rejected(@Nullable String id, List<Problem> problems) implements Reading {}
}
