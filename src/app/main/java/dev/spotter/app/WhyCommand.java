package dev.spotter.app;

import dev.spotter.Spotter;
import dev.spotter.explain.Why;
import dev.spotter.intake.Intake;
import dev.spotter.report.WhyJson;
import dev.spotter.report.WhyText;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code spotter why}: the reasons behind a conclusion. */
@Command(
    name = "why",
    description = {
      "Show why something was concluded of a client: the rules, the evidence with its points, the"
          + " answers that were read, and the sources.",
      "Without a conclusion: the level, the cause that leads, and every remedy."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "%nExamples:",
      "  spotter why facts/clients/anna.json",
      "  spotter why facts/clients/anna.json muscle-fatigue",
      "  spotter why facts/clients/gabi.json emergency",
      "  spotter why facts/clients/anna.json --format json relative-rest"
    })
final class WhyCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec CommandSpec spec;
  @Mixin ClientOption client;
  @Mixin ColourOption colour;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "CONCLUSION",
      description =
          "A level (urgent), a flag (RF01), a cause, a remedy, verdict, notes, or a rule's name;"
              + " remedy:emergency where a word means several.")
  @Nullable String conclusion;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "text or json. Default: ${DEFAULT-VALUE}.")
  AssessCommand.Format format;

  WhyCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    return client.each(spec, streams, this::write);
  }

  /** Writes one client's account. */
  void write(Spotter spotter, Intake intake) {
    List<Why> whys = spotter.why(intake, conclusion);
    if (format == AssessCommand.Format.text) {
      streams.out().print(new WhyText(colour.ink()).write(intake.id(), whys));
      return;
    }
    streams.out().print(Answering.laidOut(json -> new WhyJson(json).why(intake.id(), whys)));
  }
}
