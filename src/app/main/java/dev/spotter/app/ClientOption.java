package dev.spotter.app;

import dev.spotter.Spotter;
import dev.spotter.explain.Asked;
import dev.spotter.intake.Intake;
import dev.spotter.intake.Reading;
import dev.spotter.report.Audience;
import dev.spotter.report.Ink;
import dev.spotter.report.TextReport;
import dev.spotter.rules.RuleFailed;
import java.util.List;
import java.util.function.BiConsumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;

/** The client that a question is about, and who answers it. */
final class ClientOption {
  @Mixin EngineOption engine;
  @Mixin LogOption log;

  @Parameters(
      index = "0",
      paramLabel = "CLIENT",
      description = "An intake file (JSON or YAML), or - for standard input.")
  String file;

  private int exit = Exit.OK;

  /**
   * Hands on every client that can be read, and tells how it went: wrong usage where nothing is
   * called as was asked.
   */
  int each(CommandSpec spec, Streams streams, BiConsumer<Spotter, Intake> ask) {
    Inputs inputs = new Inputs(List.of(file));
    Spotter spotter = engine.load(spec, streams);
    try {
      if (log.given()) {
        take(log.join(inputs.only(spotter), engine.clock, spec), spotter, streams, ask);
      } else {
        inputs.read(spotter, reading -> take(reading, spotter, streams, ask));
      }
    } catch (Asked.Unknown e) {
      streams.err().println("spotter: " + e.getMessage());
      return Exit.USAGE;
    }
    streams.out().flush();
    return exit;
  }

  private void take(
      Reading reading, Spotter spotter, Streams streams, BiConsumer<Spotter, Intake> ask) {
    if (reading instanceof Reading.Read read) {
      try {
        ask.accept(spotter, read.intake());
      } catch (RuleFailed e) {
        streams.err().println("spotter: " + e.getMessage() + "; have this client called today");
        exit = Exit.INTERNAL;
      }
    } else if (reading instanceof Reading.Rejected no) {
      streams
          .err()
          .print(
              new TextReport(spotter.rules(), Audience.COACH, Ink.PLAIN)
                  .write("rejected", no.id(), no.problems()));
      exit = exit == Exit.OK ? Exit.INPUT : exit;
    }
  }
}
