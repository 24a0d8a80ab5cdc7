package dev.spotter.app;

import dev.spotter.Spotter;
import dev.spotter.intake.Reading;
import dev.spotter.report.Audience;
import dev.spotter.report.FactSheet;
import dev.spotter.report.Ink;
import dev.spotter.report.TextReport;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code spotter show}: a client's facts as rules see them. */
@Command(
    name = "show",
    description =
        "Show a client's facts as rules see them, ready to be copied into a rule or a case.",
    mixinStandardHelpOptions = true,
    footer = {"%nExample:", "  spotter show facts/clients/anna.json"})
final class ShowCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec CommandSpec spec;
  @Mixin EngineOption engine;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Intake files, directories, or - for standard input.")
  List<String> files;

  private int rejected;

  ShowCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Inputs inputs = new Inputs(files);
    Spotter spotter = engine.load(spec, streams);
    inputs.read(spotter, reading -> show(spotter, reading));
    return rejected > 0 ? Exit.INPUT : Exit.OK;
  }

  private void show(Spotter spotter, Reading reading) {
    if (reading instanceof Reading.Read read) {
      streams.out().print(FactSheet.write(read.intake().id(), spotter.facts(read.intake())));
    } else if (reading instanceof Reading.Rejected no) {
      rejected++;
      streams
          .err()
          .print(
              new TextReport(spotter.rules(), Audience.COACH, Ink.PLAIN)
                  .write("rejected", no.id(), no.problems()));
    }
  }
}
