package dev.spotter.bench;

import dev.spotter.assess.Assessor;
import dev.spotter.compare.ClientComparison;
import dev.spotter.compare.Totals;
import dev.spotter.intake.Intake;
import dev.spotter.intake.Reading;
import dev.spotter.prove.Prover;
import dev.spotter.prove.SafetyFile;
import dev.spotter.rules.RuleSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many clients prove and diff get through, a second and core. */
final class Proving {
  private static final long SEED = 20260302;
  private static final String EDITED = "muscle-fatigue.drl";

  private Proving() {}

  static void measure(int count) throws IOException {
    RuleSet rules = Inputs.rules();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("a second and core", "clients"));

    List<Intake> clients = Inputs.clients(rules.vocabulary(), Inputs.CLIENTS);
    Assessor assessor = new Assessor(rules);
    double proved = 0;
    for (int round = 0; round < 4; round++) {
      Prover prover = new Prover(rules, SafetyFile.of(rules), SEED).upTo(0);
      double begin = Warm.cpu();
      prover.prove(count, n -> {});
      proved = (Warm.cpu() - begin) / count;
    }
    row(rows, "`prove`, a generated client and every invariant", proved);

    List<Reading> readings = new ArrayList<>();
    clients.forEach(c -> readings.add(new Reading.Read(c, List.of())));
    RuleSet edited = edited(rules);
    ClientComparison comparison = new ClientComparison(rules, edited, Inputs.SETTINGS);
    Totals totals = new Totals(1);
    row(
        rows,
        "`diff`, both rule sets and who differs",
        Warm.micros(
            readings.size(),
            i -> comparison.compare("drawn", i, readings.get(i), readings.get(i), totals)));
    row(
        rows,
        "one assessment",
        Warm.micros(clients.size(), i -> assessor.decide(clients.get(i), Inputs.SETTINGS)));
    Page.put(
        "prove",
        Page.table(rows)
            + "\n"
            + Page.count(count)
            + " clients proved, without going through all cases.");
  }

  /** The same without the last rule of one file. */
  private static RuleSet edited(RuleSet rules) {
    Map<String, byte[]> files = new HashMap<>(rules.files().files());
    String text = new String(files.get(EDITED), StandardCharsets.UTF_8);
    String shorter = text.substring(0, text.lastIndexOf("\nrule \""));
    files.put(EDITED, shorter.getBytes(StandardCharsets.UTF_8));
    return RuleSet.of(files);
  }

  private static void row(List<List<String>> rows, String what, double micros) {
    rows.add(List.of(what, Page.figures(1e6 / micros)));
  }
}
