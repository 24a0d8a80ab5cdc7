package dev.spotter.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.Shipped;
import dev.spotter.cases.Case;
import dev.spotter.cases.CaseResult;
import dev.spotter.cases.CaseRunner;
import dev.spotter.rules.Diagnostic;
import dev.spotter.rules.Diagnostic.Severity;
import dev.spotter.rules.RuleFiles;
import dev.spotter.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Random slips in the shipped rules: those that check finds are told within a line of the slip; of
 * those that it lets pass, the cases notice most. {@code -Dspotter.slips=} says how many.
 */
class SlipsTest {
  private static final int MANY = Integer.getInteger("spotter.slips", 60);
  private static final long SEED = Long.getLong("spotter.seed", 20261124L);

  @Test
  void slipsAreToldWhereTheyAre() {
    Random random = new Random(SEED);
    List<String> far = new ArrayList<>();
    List<Slip> passed = new ArrayList<>();
    int told = 0;
    for (int i = 0; i < MANY; i++) {
      Slip slip = Slip.random(Shipped.files(), random);
      List<Diagnostic> found =
          Check.of(new RuleFiles("a slip", new TreeMap<>(slip.in(Shipped.files()))))
              .withoutHints()
              .all();
      if (found.isEmpty()) {
        passed.add(slip);
      } else {
        told++;
        if (found.stream().noneMatch(d -> near(d, slip))) {
          far.add(shown(slip, found));
        }
      }
    }
    int unnoticed = 0;
    List<String> unseen = new ArrayList<>();
    for (Slip slip : passed) {
      if (!noticed(slip)) {
        unnoticed++;
        unseen.add(slip.file() + ":" + slip.line() + ": " + slip.what());
      }
    }
    System.out.printf(
        "slips: seed %d, %d slips, %d told by check, %d of them within a line; %d passed, of which the"
            + " cases notice %d%n%s%n%s%n",
        SEED,
        MANY,
        told,
        told - far.size(),
        passed.size(),
        passed.size() - unnoticed,
        String.join("\n", far),
        "passed all:\n" + String.join("\n", unseen));
    assertThat(100.0 * (told - far.size()) / told)
        .as(String.join("\n", far))
        .isGreaterThanOrEqualTo(95);
  }

  /** A slip in a name may be told where the name is used: the first finding, or one on its line. */
  private static boolean near(Diagnostic found, Slip slip) {
    return found.file().equals(slip.file()) && Math.abs(found.line() - slip.line()) <= 1;
  }

  private static String shown(Slip slip, List<Diagnostic> found) {
    long errors = found.stream().filter(d -> d.severity() == Severity.ERROR).count();
    return slip.file()
        + ":"
        + slip.line()
        + ": "
        + slip.what()
        + "\n      told ("
        + errors
        + " errors): "
        + found.get(0).render();
  }

  private static boolean noticed(Slip slip) {
    RuleSet rules = RuleSet.of(slip.in(Shipped.files()));
    CaseRunner runner = new CaseRunner(rules);
    List<Case> cases = CaseRunner.casesOf(rules);
    return runner.run(cases).stream().anyMatch(r -> !passed(r)) || !runner.lawless().isEmpty();
  }

  private static boolean passed(CaseResult result) {
    return result.passed();
  }
}
