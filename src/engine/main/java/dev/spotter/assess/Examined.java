package dev.spotter.assess;

import dev.spotter.fact.Likelihood;
import dev.spotter.intake.Intake;
import dev.spotter.rules.RuleSet;
import dev.spotter.rules.WorkingMemory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One client, assessed, with all that rules could read of them: so that the very facts that decided
 * can be looked at, and shown to other rules. Immutable, safe for many threads.
 */
public final class Examined {
  private final Assessor assessor;
  private final Assessor.Settings settings;
  private final Assessor.Client client;
  private final Outcome outcome;
  private volatile @Nullable Decision decided;
  private volatile @Nullable Assessment written;
  private volatile @Nullable List<FactView> read;

  Examined(Assessor assessor, Assessor.Settings settings, Assessor.Client client, Outcome outcome) {
    this.assessor = assessor;
    this.settings = settings;
    this.client = client;
    this.outcome = outcome;
  }

  private List<FactView> weighed() {
    List<FactView> views = new ArrayList<>();
    int rank = 1;
    for (Weighing.Sum sum : outcome.sums()) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      values.put("cause", sum.cause().id());
      values.put("level", sum.word());
      values.put("points", sum.points());
      values.put("rank", rank++);
      values.put("subtype", sum.subtype());
      views.add(new FactView(Likelihood.class.getSimpleName(), values));
    }
    views.add(
        new FactView(
            "Triage",
            Map.of("level", outcome.triage().level(), "flags", outcome.triage().flags())));
    views.add(
        new FactView(
            "Verdict",
            Map.of("leads", outcome.verdict().leads(), "first", outcome.verdict().first())));
    return views;
  }

  /** What was told. */
  public Intake intake() {
    return client.intake();
  }

  /** The answer, with how every rule matched; written when it is first asked for. */
  public Assessment assessment() {
    Assessment answer = written;
    if (answer == null) {
      answer = assessor.written(client, outcome, settings.explaining(true));
      written = answer;
    }
    return answer;
  }

  /** The same in ids. */
  public Decision decision() {
    Decision ids = decided;
    if (ids == null) {
      ids = assessor.decided(client, outcome);
      decided = ids;
    }
    return ids;
  }

  /**
   * The facts as rules saw them: what was told, then what the engine weighed, with one likelihood
   * for each cause, best first. Without the sets of a log.
   */
  public List<FactView> facts() {
    List<FactView> all = read;
    if (all == null) {
      List<FactView> views = new ArrayList<>(assessor.facts(client));
      views.addAll(weighed());
      all = List.copyOf(views);
      read = all;
    }
    return all;
  }

  /** The groups of evidence of which a cause has none that counts, and so may not stand first. */
  public Set<String> lacksToLead(String cause) {
    return outcome.sums().stream()
        .filter(s -> s.cause().id().equals(cause) && !s.mayLead())
        .map(s -> s.cause().leadsWith())
        .findFirst()
        .orElse(Set.of());
  }

  /**
   * Shows this client's facts, and what this client's own rules had weighed, to other rules.
   *
   * @param asked made by {@link RuleSet#asking} out of the rules that decided
   * @return the names of the rules that match
   */
  public Set<String> matching(RuleSet asked) {
    try (WorkingMemory memory = asked.memory()) {
      Assessor.insertFindings(asked, memory, client);
      Assessor.insertWeighed(memory, outcome.sums(), outcome.triage(), outcome.verdict());
      memory.fire();
      Set<String> names = new HashSet<>();
      memory.insertions().forEach(i -> names.add(i.rule().name()));
      return names;
    }
  }
}
