package dev.spotter.app;

import dev.spotter.Spotter;
import dev.spotter.fhir.Fhir;
import dev.spotter.intake.Reading;
import dev.spotter.report.Audience;
import dev.spotter.report.Ink;
import dev.spotter.report.TextReport;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code spotter fhir}: what can be asked, and what was answered, as FHIR R4. */
@Command(
    name = "fhir",
    description = {
      "Write FHIR R4 resources: what the rules ask, and what clients answered.",
      "assess, show, why, why-not and watch read a QuestionnaireResponse like an intake, one a file."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "%nExamples:",
      "  spotter fhir questionnaire > questionnaire.json",
      "  spotter fhir codes > codes.ndjson",
      "  spotter fhir response facts/clients/anna.json > response.json",
      "  spotter assess --format fhir response.json",
      "%nExit codes: 0 written, 4 a client was rejected (the others were written)."
    })
final class FhirCommand implements Runnable {
  private final Streams streams;
  private final Resources resources;
  private int rejected;

  @Spec CommandSpec spec;

  FhirCommand(Streams streams) {
    this.streams = streams;
    this.resources = new Resources(streams.out());
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "what is missing: questionnaire, codes or response");
  }

  @Command(
      name = "questionnaire",
      description = "The Questionnaire, derived from the rules.",
      mixinStandardHelpOptions = true)
  int questionnaire(@Mixin RulesOption rules) {
    resources.print(Fhir.of(rules.load(streams.err())).questionnaire());
    return finish();
  }

  @Command(
      name = "codes",
      description = "The CodeSystem of each question with choices, one a line.",
      mixinStandardHelpOptions = true)
  int codes(@Mixin RulesOption rules) {
    Fhir.of(rules.load(streams.err())).codeSystems().forEach(resources::print);
    return finish();
  }

  @Command(
      name = "response",
      description = "What clients answered, each as a QuestionnaireResponse; several one a line.",
      mixinStandardHelpOptions = true)
  int response(
      @Mixin RulesOption rules,
      @Parameters(
              paramLabel = "FILE",
              arity = "1..*",
              description = "Intake files, directories, or - for standard input.")
          List<String> files) {
    Inputs inputs = new Inputs(files);
    Spotter spotter = Spotter.of(rules.load(streams.err()));
    Fhir fhir = Fhir.of(spotter.rules());
    inputs.read(spotter, reading -> respond(fhir, spotter, reading));
    return finish();
  }

  private void respond(Fhir fhir, Spotter spotter, Reading reading) {
    if (reading instanceof Reading.Read read) {
      resources.print(fhir.response(read.intake()));
    } else if (reading instanceof Reading.Rejected no) {
      rejected++;
      streams
          .err()
          .print(
              new TextReport(spotter.rules(), Audience.COACH, Ink.PLAIN)
                  .write("rejected", no.id(), no.problems()));
    }
  }

  private int finish() {
    resources.finish();
    return rejected > 0 ? Exit.INPUT : Exit.OK;
  }
}
