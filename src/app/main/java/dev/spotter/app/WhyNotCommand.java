package dev.spotter.app;

import dev.spotter.Spotter;
import dev.spotter.explain.WhyNot;
import dev.spotter.intake.Intake;
import dev.spotter.report.WhyJson;
import dev.spotter.report.WhyNotText;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code spotter why-not}: what kept a conclusion away. */
@Command(
    name = "why-not",
    description = {
      "Show why something was not concluded of a client: the rules that could have, the conditions"
          + " that failed with this client's values, and which single answer would change it."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "%nExamples:",
      "  spotter why-not facts/clients/anna.json injury",
      "  spotter why-not facts/clients/anna.json urgent",
      "  spotter why-not facts/clients/gabi.json relative-rest",
      "  spotter why-not facts/clients/anna.json \"muscle fatigue: hit too hard to leave at home\""
    })
final class WhyNotCommand implements Callable<Integer> {
  private static final int MOST = 5;
  private final Streams streams;

  @Spec CommandSpec spec;
  @Mixin ClientOption client;
  @Mixin ColourOption colour;

  @Parameters(
      index = "1",
      paramLabel = "CONCLUSION",
      description =
          "A rule's name, a cause, a remedy, a flag (RF01) or a level (urgent);"
              + " remedy:emergency where a word means several.")
  String conclusion;

  @Option(
      names = "--all",
      description = "Show every rule that could have fired, not only the nearest.")
  boolean all;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "text or json, which always has every rule. Default: ${DEFAULT-VALUE}.")
  AssessCommand.Format format;

  WhyNotCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    return client.each(spec, streams, this::write);
  }

  /** Writes one client's account. */
  void write(Spotter spotter, Intake intake) {
    List<WhyNot> whyNots = spotter.whyNot(intake, conclusion);
    if (format == AssessCommand.Format.text) {
      WhyNotText text = new WhyNotText(colour.ink(), all ? Integer.MAX_VALUE : MOST);
      streams.out().print(text.write(intake.id(), whyNots));
      return;
    }
    streams.out().print(Answering.laidOut(json -> new WhyJson(json).whyNot(intake.id(), whyNots)));
  }
}
