package dev.spotter.cases;

import dev.spotter.assess.Assessor;
import dev.spotter.assess.Decision;
import dev.spotter.rules.RuleFailed;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Vocabulary;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks a rule set about stories and holds its answers against the labels. */
public final class VignetteRunner {
  private final Vocabulary vocabulary;
  private final Assessor assessor;
  private final CaseIntake intakes;

  public VignetteRunner(RuleSet rules) {
    this.vocabulary = rules.vocabulary();
    this.assessor = new Assessor(rules);
    this.intakes = new CaseIntake(rules.vocabulary());
  }

  /**
   * What came of one vignette.
   *
   * @param decision the answer, or null where there is none
   * @param problems why there is none, or what in the label the rules do not have
   */
  public record Told(Vignette vignette, @Nullable Decision decision, List<String> problems) {

    /** True if the level is below every one that the label allows. */
    public boolean underTriaged() {
      return decision != null
          && vignette.label().bounds().stream().allMatch(l -> decision.level().compareTo(l) < 0);
    }

    /** True if the level is above every one that the label allows. */
    public boolean overTriaged() {
      return decision != null
          && vignette.label().bounds().stream().allMatch(l -> decision.level().compareTo(l) > 0);
    }

    /** True if the level is one that the label allows. */
    public boolean withinBounds() {
      return decision != null && vignette.label().bounds().contains(decision.level());
    }

    /** True if the cause that stands first is the label's. */
    public boolean rightFirst() {
      return decision != null && decision.first().equals(vignette.label().first());
    }

    /** Remedies shown that the label calls wrong. */
    public List<String> wrongRemedies() {
      return decision == null
          ? List.of()
          : vignette.label().noRemedies().stream().filter(decision.remedies()::contains).toList();
    }

    /** Remedies that the label wants and that are not shown. */
    public List<String> missingRemedies() {
      return decision == null
          ? List.of()
          : vignette.label().remedies().stream()
              .filter(r -> !decision.remedies().contains(r))
              .toList();
    }
  }

  /** Runs vignettes, in order. */
  public List<Told> run(Collection<Vignette> vignettes) {
    return vignettes.stream().map(this::run).toList();
  }

  private Told run(Vignette vignette) {
    List<String> problems = new ArrayList<>(strange(vignette.label()));
    CaseIntake.Client client = intakes.client(vignette.file(), vignette.intake());
    problems.addAll(client.problems());
    Decision decision = null;
    if (client.intake() != null) {
      try {
        decision =
            assessor.decide(
                client.intake(),
                Assessor.Settings.at(CaseRunner.CLOCK, ZoneOffset.UTC)
                    .measuring(client.measures()));
      } catch (RuleFailed e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    return new Told(vignette, decision, problems);
  }

  /** Ids in a label that the rules do not know. */
  private List<String> strange(Vignette.Label label) {
    List<String> strange = new ArrayList<>();
    if (!vocabulary.causes().containsKey(label.first())) {
      strange.add("there is no cause " + label.first());
    }
    Stream.concat(label.remedies().stream(), label.noRemedies().stream())
        .filter(r -> !vocabulary.remedies().containsKey(r))
        .forEach(r -> strange.add("there is no remedy " + r));
    return strange;
  }
}
