package dev.spotter;

import dev.spotter.assess.Assessment;
import dev.spotter.assess.Assessor;
import dev.spotter.assess.FactView;
import dev.spotter.explain.Asked;
import dev.spotter.explain.Explainer;
import dev.spotter.explain.Why;
import dev.spotter.explain.WhyNot;
import dev.spotter.intake.Intake;
import dev.spotter.intake.IntakeBuilder;
import dev.spotter.intake.IntakeReader;
import dev.spotter.intake.Reading;
import dev.spotter.publish.Gate;
import dev.spotter.publish.Judged;
import dev.spotter.publish.RulesFolder;
import dev.spotter.rules.RuleFiles;
import dev.spotter.rules.RuleSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The door: tells why a back is sore after deadlifting, how urgent it is, and what to do.
 *
 * <pre>{@code
 * Spotter spotter = Spotter.packed();
 * Intake anna = spotter.intake("anna").answer("soreness.worst", 4).read().intake();
 * Assessment answer = spotter.assess(anna);
 * }</pre>
 *
 * <p>Holds one rule set for good. Immutable, safe for many threads, no static state; reads files
 * only while it is loaded.
 */
public final class Spotter {
  private final Assessor assessor;
  private final Clock clock;
  private final ZoneId zone;

  private Spotter(Assessor assessor, Clock clock, ZoneId zone) {
    this.assessor = assessor;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * Loads rule folders; a file of a later folder stands in for the file of that name in an earlier
   * one.
   *
   * @throws dev.spotter.rules.RulesRefused if anything in them is wrong
   * @throws java.io.UncheckedIOException if a folder cannot be read
   */
  public static Spotter load(Path... folders) {
    return of(RuleSet.of(RuleFiles.read(List.of(folders))));
  }

  /** Loads the rules that are packed in the jar; takes about a second in a new Java. */
  public static Spotter packed() {
    return of(RuleSet.of(RuleFiles.packed()));
  }

  /**
   * Loads a rules folder and follows its edits: a good one takes over at once, a bad one changes
   * nothing. Every edit is checked, its cases are run, and the invariants, its own and those it
   * replaces, are tried on some thousand clients first.
   *
   * @param told what became of each edit, by a thread of its own
   * @throws dev.spotter.rules.RulesRefused if the rules do not compile now
   * @throws java.io.UncheckedIOException if the folder cannot be read or followed
   */
  public static Following watch(Path folder, Consumer<Judged> told) {
    return new Following(new RulesFolder(folder, Gate.trying(2_000, 2_000).comparing(), told));
  }

  /** Uses a rule set that was loaded before. */
  public static Spotter of(RuleSet rules) {
    return new Spotter(new Assessor(rules), Clock.systemUTC(), ZoneOffset.UTC);
  }

  /** The same rules with another clock, for intakes that do not say when they were taken. */
  public Spotter withClock(Clock other) {
    return new Spotter(assessor, other, zone);
  }

  /** The same rules with another zone, for intakes and logs that do not name theirs. */
  public Spotter withZone(ZoneId other) {
    return new Spotter(assessor, clock, other);
  }

  /** The rule set that answers. */
  public RuleSet rules() {
    return assessor.rules();
  }

  /**
   * Begins a client's intake out of a program's own data.
   *
   * @param id the client's, on one line
   */
  public IntakeBuilder intake(String id) {
    return new IntakeBuilder(rules().vocabulary(), id);
  }

  /**
   * Reads clients, JSON or YAML, one or many, and hands each on as soon as it is read.
   *
   * @param source the file's name for problems, {@code -} for standard input
   * @param in the bytes; not closed
   * @param sink gets one reading for each client, in order
   * @throws IOException if the bytes cannot be had
   */
  public void read(String source, InputStream in, Consumer<Reading> sink) throws IOException {
    new IntakeReader(rules().vocabulary()).read(source, in, sink);
  }

  /**
   * Assesses one client.
   *
   * @param intake read by the questions of these rules; an answer to any other is left out of
   *     account
   * @throws dev.spotter.rules.RuleFailed if a rule threw; later clients are not touched by it
   */
  public Assessment assess(Intake intake) {
    return assess(intake, false);
  }

  /**
   * Assesses one client and, if asked, keeps how every rule matched.
   *
   * @throws dev.spotter.rules.RuleFailed if a rule threw
   */
  public Assessment assess(Intake intake, boolean explain) {
    return assessor.assess(intake, settings().explaining(explain));
  }

  /** The facts of one client as rules see them, before any rule fires. */
  public List<FactView> facts(Intake intake) {
    return assessor.facts(intake, settings());
  }

  /**
   * Why something was concluded of a client: the rules, what they read, and their sources.
   *
   * @param conclusion a level, a flag, a cause, a remedy, {@code verdict}, {@code notes} or a
   *     rule's name; null for the level, the verdict and every remedy
   * @return mostly one; several where a word means several
   * @throws Asked.Unknown if nothing is called so, with what was perhaps meant
   * @throws dev.spotter.rules.RuleFailed if a rule threw
   */
  public List<Why> why(Intake intake, @Nullable String conclusion) {
    List<Asked> asked = conclusion == null ? List.of() : Asked.named(rules(), conclusion);
    return new Explainer(assessor).why(intake, settings(), asked);
  }

  /**
   * Why something was not concluded of a client, and which single answer would change that.
   *
   * @param conclusion a level, a flag, a cause, a remedy or a rule's name
   * @return mostly one; several where a word means several
   * @throws Asked.Unknown if nothing is called so, with what was perhaps meant; or if it is the
   *     verdict or the notes
   * @throws dev.spotter.rules.RuleFailed if a rule threw
   */
  public List<WhyNot> whyNot(Intake intake, String conclusion) {
    List<Asked> asked = Asked.named(rules(), conclusion);
    return new Explainer(assessor).whyNot(intake, settings(), asked);
  }

  private Assessor.Settings settings() {
    return Assessor.Settings.at(OffsetDateTime.now(clock.withZone(zone)), zone);
  }
}
