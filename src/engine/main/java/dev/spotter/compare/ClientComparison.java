package dev.spotter.compare;

import dev.spotter.assess.Assessor;
import dev.spotter.intake.Intake;
import dev.spotter.intake.Problem;
import dev.spotter.intake.Reading;
import dev.spotter.rules.RuleFailed;
import dev.spotter.rules.RuleSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets two states of the rules decide for one client after another. Safe for many threads. */
public final class ClientComparison {
  /** A warning, which is never why a record was rejected. */
  private static final String WARNING = "odd-row";

  private final Assessor before;
  private final Assessor after;
  private final Assessor.Settings settings;
  private final RulesChange change;
  private final Responsible responsible;
  private final boolean sameQuestions;
  private final boolean sameExercises;

  /**
   * @param settings the clock and zone for clients that say none
   */
  public ClientComparison(RuleSet before, RuleSet after, Assessor.Settings settings) {
    this.before = new Assessor(before);
    this.after = new Assessor(after);
    this.settings = settings;
    this.change = RulesChange.between(before, after);
    this.responsible = new Responsible(before, after, change);
    this.sameExercises = before.exercises().equals(after.exercises());
    this.sameQuestions = before.vocabulary().sections().equals(after.vocabulary().sections());
  }

  /** What differs between the rules themselves. */
  public RulesChange change() {
    return change;
  }

  /** True if both read every record alike, so that it need be read only once. */
  public boolean sameQuestions() {
    return sameQuestions;
  }

  /**
   * Compares what comes of one client and adds it to the totals.
   *
   * @param source where the record stood
   * @param line and on which line
   * @param old as the old rules read it
   * @param now as the new rules read it; the same object where both read alike
   * @param totals of the calling thread
   */
  public void compare(String source, long line, Reading old, Reading now, Totals totals) {
    Assessor.Settings both = old == now && sameExercises ? measured(old) : settings;
    Side was = side(before, old, both);
    Side is = side(after, now, both);
    Map<Aspect, List<String>> shifts = Shifts.of(was, is);
    totals.add(was, is);
    if (!shifts.isEmpty()) {
      Map<Aspect, Set<Reason>> reasons = new EnumMap<>(Aspect.class);
      shifts.keySet().forEach(a -> reasons.put(a, responsible.of(a, was, is)));
      totals.add(new ClientChange(id(now, old), source, line, shifts, reasons));
    }
  }

  private static String id(Reading now, Reading old) {
    for (Reading reading : List.of(now, old)) {
      if (reading instanceof Reading.Read read) {
        return read.intake().id();
      }
    }
    return "";
  }

  /** Settings with what a log measures, which is the same for both; what fails, fails again. */
  private Assessor.Settings measured(Reading reading) {
    try {
      return reading instanceof Reading.Read read
          ? before.measured(read.intake(), settings)
          : settings;
    } catch (RuntimeException | StackOverflowError e) {
      return settings;
    }
  }

  private Side side(Assessor assessor, Reading reading, Assessor.Settings how) {
    if (!(reading instanceof Reading.Read read)) {
      return reading.problems().stream()
          .filter(p -> !p.code().equals(WARNING))
          .findFirst()
          .map((Problem p) -> new Side.Rejected(p.code(), p.path()))
          .orElse(new Side.Rejected(WARNING, ""));
    }
    return decided(assessor, read.intake(), how);
  }

  private Side decided(Assessor assessor, Intake intake, Assessor.Settings how) {
    try {
      return new Side.Decided(assessor.decide(intake, how));
    } catch (RuleFailed e) {
      return new Side.Failed(e.rule());
    } catch (RuntimeException | StackOverflowError e) {
      // Ours to mend, but the client is one whose danger nobody knows: the run must go on.
      return new Side.Failed("");
    }
  }
}
