package dev.spotter.app;

import dev.spotter.Spotter;
import dev.spotter.intake.Reading;
import dev.spotter.report.Audience;
import dev.spotter.report.TextReport;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code spotter assess}: the main job. */
@Command(
    name = "assess",
    description = "Assess clients: how urgent, what may be behind it, what to do.",
    mixinStandardHelpOptions = true,
    footer = {
      "%nExamples:",
      "  spotter assess facts/clients/anna.json",
      "  spotter assess --explain anna.yaml bert.json",
      "  spotter assess --audience clinician anna.yaml",
      "  spotter assess facts/clients/bruno.json --history facts/logs/strong.csv --unit kg",
      "  cat clients.ndjson | spotter assess --format json -",
      "  spotter assess --format fhir response.json   (a QuestionnaireResponse: spotter help fhir)",
      "%nExit codes: 0 all assessed, 4 a client was rejected (the others were assessed), 5 a rule failed."
    })
final class AssessCommand implements Callable<Integer> {
  enum Format {
    text,
    json,
    fhir
  }

  private final Streams streams;

  @Spec CommandSpec spec;
  @Mixin EngineOption engine;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Intake files (JSON, NDJSON or YAML, one client or many), QuestionnaireResponses, directories,"
              + " or - for standard input.")
  List<String> files;

  @Option(
      names = "--format",
      defaultValue = "text",
      description =
          "text, json or fhir (GuidanceResponse, without --explain); with several clients, one JSON"
              + " document a line. Default: ${DEFAULT-VALUE}.")
  Format format;

  @Option(
      names = "--audience",
      paramLabel = "WHO",
      defaultValue = "coach",
      description =
          "client, coach or clinician: what stands beside the sentences (points, sources, codes)."
              + " For text only. Default: ${DEFAULT-VALUE}.")
  Audience audience;

  @Option(names = "--explain", description = "Also show how every rule that fired matched.")
  boolean explain;

  @Mixin LogOption log;
  @Mixin ColourOption colour;

  AssessCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Inputs inputs = new Inputs(files);
    Spotter spotter = engine.load(spec, streams);
    if (format == Format.fhir) {
      FhirAnswering answering = new FhirAnswering(spotter, streams.out());
      each(inputs, spotter, answering::take);
      return answering.finish(streams.err());
    }
    TextReport text =
        format == Format.text ? new TextReport(spotter.rules(), audience, colour.ink()) : null;
    Answering answering = new Answering(spotter, text, explain, streams);
    each(inputs, spotter, answering::take);
    return answering.finish(streams.err());
  }

  private void each(Inputs inputs, Spotter spotter, Consumer<Reading> take) {
    if (log.given()) {
      take.accept(log.join(inputs.only(spotter), engine.clock, spec));
    } else {
      inputs.read(spotter, take);
    }
  }
}
