package dev.spotter.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.Shipped;
import dev.spotter.cases.MutationRun.End;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Slips in rules are noticed. A seeded sample in every build; {@code -Dspotter.mutants=0} tries
 * them all, half an hour and more, and writes what survived to target/mutants.txt.
 */
class MutationTest {
  private static final int MOST = Integer.getInteger("spotter.mutants", 60);
  private static final long SEED = Long.getLong("spotter.seed", 20260302L);
  private static final String FILE = System.getProperty("spotter.mutants.file", "");

  @Test
  void slipsInRulesAreNoticed() throws IOException {
    RuleSet rules = Shipped.rules();
    MutationRun run = new MutationRun(rules, Shipped.files());
    Map<Rule, List<Mutant>> mutants =
        sample(rules).stream().collect(Collectors.groupingBy(Mutant::rule));
    Map<Mutant, End> ends = new ConcurrentHashMap<>();
    mutants.entrySet().stream()
        .parallel()
        .forEach(e -> ends.putAll(run.ends(e.getKey(), e.getValue())));
    String report = report(ends);
    System.out.println("mutants: seed " + SEED + "\n" + report);
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/mutants.txt"), report + survivors(ends));
    assertThat(share(ends, true)).as("safety rules\n" + survivors(ends)).isGreaterThanOrEqualTo(95);
    assertThat(share(ends, false)).as("all rules\n" + survivors(ends)).isGreaterThanOrEqualTo(85);
  }

  @Test
  void whatIsNoSlipIsNotNoticed() {
    RuleSet rules = Shipped.rules();
    MutationRun run = new MutationRun(rules, Shipped.files());
    List<Rule> some = new ArrayList<>(rules.rules());
    Collections.shuffle(some, new Random(SEED));
    for (Rule rule : some.subList(0, 4)) {
      Mutant same = new Mutant(rule, "written anew", rule);
      assertThat(run.ends(rule, List.of(same))).containsValue(End.SURVIVED);
    }
  }

  private static List<Mutant> sample(RuleSet rules) {
    List<Mutant> all = new ArrayList<>();
    rules.rules().stream()
        .filter(r -> r.file().startsWith(FILE))
        .forEach(r -> all.addAll(Mutant.of(r)));
    if (MOST == 0) {
      return all;
    }
    Collections.shuffle(all, new Random(SEED));
    return all.subList(0, Math.min(MOST, all.size()));
  }

  private static Map<End, Integer> counts(Map<Mutant, End> ends, boolean safetyOnly) {
    Map<End, Integer> counts = new EnumMap<>(End.class);
    ends.forEach(
        (mutant, end) -> {
          if (!safetyOnly || mutant.touchesSafety()) {
            counts.merge(end, 1, Integer::sum);
          }
        });
    return counts;
  }

  /** Of the mutants that compile and are none but in name, how many are noticed, in per cent. */
  private static double share(Map<Mutant, End> ends, boolean safetyOnly) {
    Map<End, Integer> counts = counts(ends, safetyOnly);
    int noticed = counts.getOrDefault(End.CASES, 0) + counts.getOrDefault(End.INVARIANTS, 0);
    int all = noticed + counts.getOrDefault(End.SURVIVED, 0);
    return all == 0 ? 100 : 100.0 * noticed / all;
  }

  private static String report(Map<Mutant, End> ends) {
    return "safety rules "
        + counts(ends, true)
        + " noticed "
        + Math.round(share(ends, true) * 10) / 10.0
        + " %\nall rules    "
        + counts(ends, false)
        + " noticed "
        + Math.round(share(ends, false) * 10) / 10.0
        + " %\n";
  }

  private static String survivors(Map<Mutant, End> ends) {
    return ends.entrySet().stream()
        .filter(e -> e.getValue() == End.SURVIVED || e.getValue() == End.EQUIVALENT)
        .map(
            e ->
                e.getValue()
                    + " "
                    + e.getKey().rule().file()
                    + ":"
                    + e.getKey().rule().line()
                    + " \""
                    + e.getKey().rule().name()
                    + "\" "
                    + e.getKey().what())
        .sorted()
        .collect(Collectors.joining("\n"));
  }
}
