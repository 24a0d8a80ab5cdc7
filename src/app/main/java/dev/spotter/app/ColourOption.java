package dev.spotter.app;

import dev.spotter.report.Ink;
import picocli.CommandLine.Option;

/** Colour: on a terminal only, unless told. */
final class ColourOption {
  enum Choice {
    auto,
    always,
    never
  }

  @Option(
      names = {"--color", "--colour"},
      paramLabel = "WHEN",
      defaultValue = "auto",
      description =
          "auto, always or never. Default: ${DEFAULT-VALUE}, which is never unless the output is a terminal; NO_COLOR is respected.")
  Choice choice;

  Ink ink() {
    boolean wanted =
        choice == Choice.always
            || (choice == Choice.auto
                && System.getenv("NO_COLOR") == null
                && Boolean.getBoolean("spotter.terminal"));
    return wanted ? Ink.COLOUR : Ink.PLAIN;
  }
}
