package dev.spotter.check;

import dev.spotter.rules.Checked;
import dev.spotter.rules.Diagnostic;
import java.util.List;

/** Looks at a folder for one kind of slip. */
interface Lint {
  /** Adds what it finds. */
  void look(Checked folder, List<Diagnostic> found);
}
