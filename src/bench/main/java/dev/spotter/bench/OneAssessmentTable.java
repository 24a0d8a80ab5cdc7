package dev.spotter.bench;

import dev.spotter.assess.Assessor;
import dev.spotter.intake.Intake;
import dev.spotter.rules.Recording;
import dev.spotter.rules.RuleSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The table of one warm assessment. */
final class OneAssessmentTable {
  private OneAssessmentTable() {}

  /** Measures, once it is sure that both decide the same. */
  static void measure(List<String> options) throws IOException {
    RuleSet rules = Inputs.rules();
    List<Intake> clients = Inputs.clients(rules.vocabulary(), Inputs.CLIENTS);
    Assessor spotter = new Assessor(rules);
    for (String other : List.of(OneAssessment.REFERENCE, OneAssessment.WRITTEN)) {
      Assessor assessor = new Assessor(OneAssessment.rules(other));
      for (Intake client : clients) {
        if (!spotter
            .decide(client, Inputs.SETTINGS)
            .equals(assessor.decide(client, Inputs.SETTINGS))) {
          throw new IllegalStateException(other + " differs on " + client.id());
        }
      }
    }
    double firings =
        Inputs.recorded(rules, clients).stream()
            .mapToDouble(r -> Recording.firings(r.fire(rules)))
            .average()
            .orElseThrow();
    write(Measured.run(OneAssessment.class, "engine", options), firings, rules.rules().size());
  }

  private static void write(List<Measured> all, double firings, int rules) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "one warm client", "us", "± us", "us a firing", "KB allocated", "times hand-written"));
    for (String method : List.of("assessment", "rulesAlone")) {
      for (String engine :
          List.of(OneAssessment.SPOTTER, OneAssessment.REFERENCE, OneAssessment.WRITTEN)) {
        Measured one = Measured.of(all, method, engine);
        double written = Measured.of(all, method, OneAssessment.WRITTEN).micros();
        rows.add(
            List.of(
                (method.equals("assessment") ? "assessment, " : "rules alone, ") + engine,
                Page.figures(one.micros()),
                Page.figures(one.error()),
                Page.figures(one.micros() / firings),
                Page.figures(one.bytes() / 1024),
                Page.figures(one.micros() / written)));
      }
    }
    Page.put(
        "jmh",
        Page.table(rows)
            + String.format(
                Locale.ROOT,
                "%n%d rules, %,d drawn clients, %.1f firings for each; equal decisions checked first.",
                rules,
                Inputs.CLIENTS,
                firings));
  }
}
