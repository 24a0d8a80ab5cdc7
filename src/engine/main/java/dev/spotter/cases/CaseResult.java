package dev.spotter.cases;

import java.util.List;

/**
 * What came of one case.
 *
 * @param failures in words; none if it passed
 */
public record CaseResult(Case example, List<String> failures) {
  public boolean passed() {
    return failures.isEmpty();
  }
}
