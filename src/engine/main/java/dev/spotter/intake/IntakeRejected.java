package dev.spotter.intake;

import java.util.List;
import java.util.stream.Collectors;

/** A client's record that cannot be used; says all that is wrong, never the private values. */
public final class IntakeRejected extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final transient List<Problem> problems;

  IntakeRejected(List<Problem> problems) {
    super(
        problems.stream()
            .map(p -> (p.path().isEmpty() ? "" : p.path() + ": ") + p.message() + help(p))
            .collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  private static String help(Problem problem) {
    return problem.help() == null ? "" : "; " + problem.help();
  }

  /** At least one, in order of place. */
  public List<Problem> problems() {
    return problems;
  }
}
