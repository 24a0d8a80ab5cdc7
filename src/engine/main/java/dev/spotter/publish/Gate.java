package dev.spotter.publish;

import dev.spotter.assess.Assessor;
import dev.spotter.assess.Decision;
import dev.spotter.cases.CaseResult;
import dev.spotter.cases.CaseRunner;
import dev.spotter.prove.Broken;
import dev.spotter.prove.Client;
import dev.spotter.prove.Clients;
import dev.spotter.prove.Invariant;
import dev.spotter.prove.Proof;
import dev.spotter.prove.Prover;
import dev.spotter.prove.SafetyFile;
import dev.spotter.rules.Checked;
import dev.spotter.rules.RuleFailed;
import dev.spotter.rules.RuleFiles;
import dev.spotter.rules.RuleSet;
import dev.spotter.rules.RulesRefused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Holds edited rules against what they must keep: they compile, every case and near miss holds,
 * every rule has one, and no invariant breaks, neither their own nor one of those published before.
 * An edit cannot weaken its own guard. Safe for many threads.
 */
public final class Gate {
  private static final long SEED = 20260302;

  private final int clients;
  private final int cases;
  private final boolean invariantsMayChange;
  private final boolean comparing;

  private Gate(int clients, int cases, boolean invariantsMayChange, boolean comparing) {
    this.clients = clients;
    this.cases = cases;
    this.invariantsMayChange = invariantsMayChange;
    this.comparing = comparing;
  }

  /**
   * A gate that lets no invariant go.
   *
   * @param clients generated clients on whom invariants are tried
   * @param cases of one invariant that are gone through at most
   */
  public static Gate trying(int clients, int cases) {
    return new Gate(clients, cases, false, false);
  }

  /** The same, but published invariants may be taken away or changed. */
  public Gate lettingInvariantsChange() {
    return new Gate(clients, cases, true, comparing);
  }

  /**
   * The same, and the rules are held against their reference: what Drools' own compiler makes of
   * them must keep the cases too, and decide the same for the generated clients. Takes seconds.
   */
  public Gate comparing() {
    return new Gate(clients, cases, invariantsMayChange, true);
  }

  /**
   * Judges an edit.
   *
   * @param published what answers now, or null where nothing does
   */
  public Judged judge(RuleFiles edited, @Nullable RuleSet published) {
    long start = System.nanoTime();
    List<String> refusals = new ArrayList<>();
    RuleSet rules = judge(edited, published, refusals);
    return new Judged(rules, refusals, Duration.ofNanos(System.nanoTime() - start));
  }

  private @Nullable RuleSet judge(
      RuleFiles edited, @Nullable RuleSet published, List<String> refusals) {
    Checked checked;
    RuleSet rules;
    try {
      checked = Checked.of(edited);
      rules = checked.compiled();
    } catch (RulesRefused e) {
      refusals.add(String.valueOf(e.getMessage()));
      return null;
    }
    try {
      cases(rules, refusals);
      if (comparing) {
        compare(rules, checked.reference(), refusals);
      }
      Map<String, Invariant> invariants = new LinkedHashMap<>();
      SafetyFile.of(rules).forEach(i -> invariants.put(i.name(), i));
      if (published != null && !invariantsMayChange) {
        keep(rules, published, invariants, refusals);
      }
      prove(rules, List.copyOf(invariants.values()), refusals);
    } catch (RulesRefused | IllegalArgumentException e) {
      refusals.add(String.valueOf(e.getMessage()));
    } catch (RuleFailed e) {
      refusals.add("a rule failed: " + e.getMessage());
    }
    return rules;
  }

  void compare(RuleSet rules, RuleSet reference, List<String> refusals) {
    cases(reference, refusals);
    Assessor engine = new Assessor(rules);
    Assessor drools = new Assessor(reference);
    Clients made = new Clients(rules, SEED);
    IntStream.range(0, clients)
        .parallel()
        .mapToObj(made::client)
        .filter(c -> !decided(engine, c).equals(decided(drools, c)))
        .findFirst()
        .ifPresent(
            c ->
                refusals.add(
                    "Drools' own compiler decides otherwise for this client, which is a fault of"
                        + " Spotter, not of the rules:\n"
                        + c.text()));
  }

  private static Decision decided(Assessor assessor, Client client) {
    return assessor.decide(client.intake(), client.settings());
  }

  private static void cases(RuleSet rules, List<String> refusals) {
    CaseRunner runner = new CaseRunner(rules);
    for (CaseResult result : runner.run(CaseRunner.casesOf(rules))) {
      result
          .failures()
          .forEach(
              f ->
                  refusals.add(
                      result.example().file()
                          + ":"
                          + result.example().line()
                          + ": "
                          + result.example().name()
                          + ": "
                          + f));
    }
    refusals.addAll(runner.lawless());
  }

  /** What was published before holds on, whatever the edit says of it. */
  private static void keep(
      RuleSet rules, RuleSet published, Map<String, Invariant> invariants, List<String> refusals) {
    List<Invariant> before;
    try {
      before = SafetyFile.of(rules, published.files());
    } catch (RulesRefused | IllegalArgumentException e) {
      refusals.add("a published invariant can no longer be asked: " + e.getMessage());
      return;
    }
    for (Invariant kept : before) {
      Invariant now = invariants.get(kept.name());
      if (now == null) {
        refusals.add("the invariant \"" + kept.name() + "\" was taken away");
      } else if (!now.says(kept)) {
        refusals.add(
            now.file() + ":" + now.line() + ": the invariant \"" + kept.name() + "\" was changed");
      }
      invariants.put(kept.name() + (now == null || now.says(kept) ? "" : " (published)"), kept);
    }
  }

  private void prove(RuleSet rules, List<Invariant> invariants, List<String> refusals) {
    Proof proof = new Prover(rules, invariants, SEED).upTo(cases).prove(clients, done -> {});
    for (Broken broken : proof.broken()) {
      refusals.add(
          broken.invariant().file()
              + ":"
              + broken.invariant().line()
              + ": broken: "
              + broken.invariant().name()
              + ": "
              + broken.how()
              + "\n"
              + broken.client().text());
    }
  }
}
