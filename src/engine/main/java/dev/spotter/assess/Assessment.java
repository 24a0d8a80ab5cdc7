package dev.spotter.assess;

import dev.spotter.fact.Level;
import dev.spotter.intake.Problem;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answer for one client. The same intake, clock and rule set give an equal answer. Immutable.
 *
 * @param id the client's id
 * @param at the clock used
 * @param ruleSet the id of the rule set that answered
 * @param triage how urgent
 * @param verdict the cause that leads, {@code no-clear-leader}, or {@code undetermined}
 * @param causes every cause, best first
 * @param remedies what to do
 * @param withheld what was not advised, and why
 * @param nextQuestions what to answer next, most important first
 * @param notes what else is to be said
 * @param problems what was odd about the input
 * @param matches how the rules matched; empty unless asked for
 */
public record Assessment(
    String id,
    OffsetDateTime at,
    String ruleSet,
    Triage triage,
    String verdict,
    List<Cause> causes,
    List<Remedy> remedies,
    List<Withheld> withheld,
    List<Next> nextQuestions,
    List<Noted> notes,
    List<Problem> problems,
    List<Match> matches) {

  /**
   * How urgent.
   *
   * @param because the referrals, highest level first
   * @param levels the level that each of them asked for, in the same order
   * @param unanswered open safety questions, those without which self-care is not said first
   * @param safetyNet when to come back at once
   * @param recheck when to look again, or null where that is not for us to say
   */
  public record Triage(
      Level level,
      List<Item> because,
      List<Level> levels,
      List<String> unanswered,
      List<String> safetyNet,
      @Nullable LocalDate recheck) {}

  /**
   * One cause.
   *
   * @param subtype what kind of it most speaks for, or null
   * @param subtypeTitle the same for people, or null
   * @param likelihood {@code likely}, {@code possible} or {@code unlikely}
   * @param points the sum
   * @param standing the points that it is ranked by, fewer than the sum where it lacks evidence
   * @param lacks the groups of which it lacks evidence and so is not called likely; mostly empty
   * @param start the points it began with
   * @param conclusion what is said of it to this person, or null
   * @param conclusions the same, one for each rule that says it
   * @param supporting findings for it, heaviest first
   * @param opposing findings against it, heaviest first
   * @param unknown ids of open questions that its rules read
   */
  public record Cause(
      String id,
      String title,
      @Nullable String subtype,
      @Nullable String subtypeTitle,
      String likelihood,
      int points,
      int standing,
      List<String> lacks,
      int start,
      @Nullable String conclusion,
      List<Item> conclusions,
      List<Item> supporting,
      List<Item> opposing,
      List<String> unknown) {}

  /**
   * Something to do.
   *
   * @param advice every distinct sentence, in order of rules
   * @param reasons why, one for each rule that gave it
   */
  public record Remedy(
      String id, String title, String kind, List<String> advice, List<Item> reasons) {}

  /** Something that was not advised though a rule gave it, and the rule that withheld it. */
  public record Withheld(String id, String title, String because, String rule) {}

  /**
   * Something else to be said.
   *
   * @param rule the rule that says it, or null where the engine does
   */
  public record Noted(String text, @Nullable String rule, List<String> sources) {}

  /** A question to answer next. */
  public record Next(String id, String ask, String because) {}

  /**
   * How one rule matched.
   *
   * @param conditions each as written, with the value it met
   * @param inserted what the rule inserted
   */
  public record Match(
      String rule, String file, int line, List<Met> conditions, List<String> inserted) {}

  /** A condition as written and the value it met, null where there was none. */
  public record Met(String condition, @Nullable Object value) {}

  /** The same answer with problems of the input before those of the assessment. */
  public Assessment withProblems(List<Problem> before) {
    List<Problem> all = Stream.concat(before.stream(), problems.stream()).toList();
    return new Assessment(
        id,
        at,
        ruleSet,
        triage,
        verdict,
        causes,
        remedies,
        withheld,
        nextQuestions,
        notes,
        all,
        matches);
  }

  /** The cause of this id, or null. */
  public @Nullable Cause cause(String id) {
    return causes.stream().filter(c -> c.id().equals(id)).findFirst().orElse(null);
  }
}
