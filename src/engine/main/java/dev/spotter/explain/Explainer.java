package dev.spotter.explain;

import dev.spotter.assess.Assessor;
import dev.spotter.assess.Examined;
import dev.spotter.intake.Intake;
import java.util.Collection;
import java.util.List;

/**
 * Tells why something was concluded of a client, and why something was not. It assesses the client
 * with the same engine that decides, and asks that engine. Immutable, safe for many threads.
 */
public final class Explainer {
  private final Assessor assessor;
  private final Candidates candidates;

  public Explainer(Assessor assessor) {
    this.assessor = assessor;
    this.candidates = new Candidates(assessor.rules());
  }

  /**
   * Why things were concluded.
   *
   * @param asked what; empty for the level, the verdict and every remedy
   * @return one for each asked, in that order
   * @throws dev.spotter.rules.RuleFailed if a rule threw
   */
  public List<Why> why(Intake intake, Assessor.Settings settings, Collection<Asked> asked) {
    Whys whys = new Whys(assessor.rules(), assessor.examine(intake, settings));
    return asked.isEmpty() ? whys.overview() : asked.stream().map(whys::of).toList();
  }

  /**
   * Why things were not concluded, and which single answer would change that.
   *
   * @param asked what
   * @return one for each asked, in that order
   * @throws Asked.Unknown if one is the verdict or the notes
   * @throws dev.spotter.rules.RuleFailed if a rule threw
   */
  public List<WhyNot> whyNot(Intake intake, Assessor.Settings settings, Collection<Asked> asked) {
    Examined client = assessor.examine(intake, settings);
    Changes changes = new Changes(assessor, settings, candidates);
    WhyNots whyNots = new WhyNots(assessor.rules(), client, changes);
    return asked.stream().map(whyNots::of).toList();
  }
}
