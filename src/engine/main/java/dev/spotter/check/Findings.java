package dev.spotter.check;

import dev.spotter.rules.Diagnostic;
import dev.spotter.rules.Diagnostic.Severity;
import java.util.List;

/**
 * All that was found in a folder.
 *
 * @param origin where the folder came from, for people
 * @param rules how many rules could be read
 * @param all what was found, by file and place; empty if nothing was
 */
public record Findings(String origin, int rules, List<Diagnostic> all) {
  public Findings {
    all = List.copyOf(all);
  }

  /** How many there are of a severity. */
  public long count(Severity severity) {
    return all.stream().filter(d -> d.severity() == severity).count();
  }

  /** Without the hints. */
  public Findings withoutHints() {
    return new Findings(
        origin, rules, all.stream().filter(d -> d.severity() != Severity.HINT).toList());
  }
}
