package dev.spotter.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of one client's record: an intake, or the reasons why there is none. Immutable. */
public sealed interface Reading {

  /** Everything that was noticed, in order of place. */
  List<Problem> problems();

  /**
   * The client, for callers who have no other use for a bad record.
   *
   * @throws IntakeRejected if there is none, with what is wrong
   */
  Intake intake();

  /** A usable record; its problems, if any, are warnings. */
  record Read(Intake intake, List<Problem> problems) implements Reading {
    public Read {
      problems = List.copyOf(problems);
    }
  }

  /**
   * A record that cannot be used.
   *
   * @param id the client's id where it could be read
   */
  record Rejected(@Nullable String id, List<Problem> problems) implements Reading {
    public Rejected {
      problems = List.copyOf(problems);
    }

    @Override
    public Intake intake() {
      throw new IntakeRejected(problems);
    }
  }
}
