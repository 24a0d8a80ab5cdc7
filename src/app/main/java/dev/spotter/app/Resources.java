package dev.spotter.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spotter.fhir.Fhir;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Prints FHIR resources as they come: one laid out for reading, several each on its line. */
final class Resources {
  private final PrintStream out;
  private @Nullable ObjectNode held;
  private boolean several;

  Resources(PrintStream out) {
    this.out = out;
  }

  void print(ObjectNode resource) {
    if (held == null && !several) {
      held = resource;
      return;
    }
    several = true;
    if (held != null) {
      out.print(held + "\n");
      held = null;
    }
    out.print(resource + "\n");
  }

  /** Prints what is still held. */
  void finish() {
    if (held != null) {
      out.print(Fhir.text(held));
      held = null;
    }
    out.flush();
  }
}
