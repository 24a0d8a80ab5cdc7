package dev.spotter.app;

import dev.spotter.Spotter;
import dev.spotter.fhir.Fhir;
import dev.spotter.intake.Reading;
import dev.spotter.rules.RuleFailed;
import java.io.PrintStream;

/** Assesses readings one by one and prints each answer as a FHIR resource. */
final class FhirAnswering {
  private final Spotter spotter;
  private final Fhir fhir;
  private final Resources resources;
  private int rejected;
  private int failed;

  FhirAnswering(Spotter spotter, PrintStream out) {
    this.spotter = spotter;
    this.fhir = Fhir.of(spotter.rules());
    this.resources = new Resources(out);
  }

  void take(Reading reading) {
    if (reading instanceof Reading.Read read) {
      try {
        resources.print(fhir.answer(spotter.assess(read.intake()), read));
      } catch (RuleFailed e) {
        failed++;
        resources.print(fhir.outcome(e));
      }
    } else if (reading instanceof Reading.Rejected no) {
      rejected++;
      resources.print(fhir.outcome(no));
    }
  }

  /** Prints what is still held, and tells how it went. */
  int finish(PrintStream err) {
    resources.finish();
    if (failed > 0) {
      err.println(failed + " client(s) failed in a rule: have them called today");
    }
    if (rejected > 0) {
      err.println(rejected + " client(s) rejected");
    }
    return failed > 0 ? Exit.INTERNAL : rejected > 0 ? Exit.INPUT : Exit.OK;
  }
}
