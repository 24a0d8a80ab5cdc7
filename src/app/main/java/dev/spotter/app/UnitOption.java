package dev.spotter.app;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a training log may not say itself: whether its loads are kg or lb. */
final class UnitOption {
  enum Choice {
    kg,
    lb
  }

  @Option(
      names = "--unit",
      paramLabel = "UNIT",
      description =
          "kg or lb: the unit of logs that do not say theirs, and of the loads shown. A log that says"
              + " its unit is read in it.")
  @Nullable Choice unit;

  /** kg, lb, or null where not given. */
  @Nullable String name() {
    return unit == null ? null : unit.name();
  }
}
