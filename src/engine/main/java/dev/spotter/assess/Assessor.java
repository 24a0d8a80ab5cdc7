package dev.spotter.assess;

import dev.spotter.fact.Completeness;
import dev.spotter.fact.History;
import dev.spotter.fact.Level;
import dev.spotter.fact.Likelihood;
import dev.spotter.fact.Referral;
import dev.spotter.fact.Triage;
import dev.spotter.fact.Verdict;
import dev.spotter.history.Measures;
import dev.spotter.history.TrainingHistory;
import dev.spotter.intake.Intake;
import dev.spotter.intake.Problem;
import dev.spotter.rules.Insertion;
import dev.spotter.rules.RuleSet;
import dev.spotter.rules.Template;
import dev.spotter.rules.WorkingMemory;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.RemedyKind;
import dev.spotter.vocabulary.Section;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Assesses clients by one rule set. Safe for many threads. */
public final class Assessor {
  private final RuleSet rules;
  private final Reads reads;
  private final Verdicts verdicts;
  private final ConcurrentHashMap<String, Template> templates = new ConcurrentHashMap<>();

  public Assessor(RuleSet rules) {
    this.rules = rules;
    this.reads = new Reads(rules);
    this.verdicts = new Verdicts(rules.scale(), reads);
  }

  /**
   * How to assess.
   *
   * @param now the clock for intakes that say none
   * @param zone the zone for intakes and logs that say none
   * @param explain whether to keep how every rule matched
   * @param history measures that stand in for the log's, or null to take them from the log
   */
  public record Settings(
      OffsetDateTime now, ZoneId zone, boolean explain, @Nullable History history) {

    /** The usual: measures from the log, no match tree. */
    public static Settings at(OffsetDateTime now, ZoneId zone) {
      return new Settings(now, zone, false, null);
    }

    /** The same, with or without the match tree. */
    public Settings explaining(boolean wanted) {
      return new Settings(now, zone, wanted, history);
    }

    /** The same, with measures given instead of taken from a log; null takes them from the log. */
    public Settings measuring(@Nullable History measures) {
      return new Settings(now, zone, explain, measures);
    }
  }

  /**
   * The same settings with what this client's log measures, for rule sets that know the same
   * exercises: the log need be gone through only once for all of them.
   */
  public Settings measured(Intake intake, Settings settings) {
    OffsetDateTime at = intake.at() == null ? settings.now() : intake.at();
    return settings.measuring(
        history(intake, settings, at, zone(intake, settings), new ArrayList<>()));
  }

  /** The rule set used. */
  public RuleSet rules() {
    return rules;
  }

  /**
   * Assesses one client.
   *
   * @throws dev.spotter.rules.RuleFailed if a rule threw; other clients are not touched
   */
  public Assessment assess(Intake intake, Settings settings) {
    Client client = client(intake, settings);
    return written(client, outcome(client, settings), settings);
  }

  /**
   * An answer in both forms.
   *
   * @param decision in ids alone
   * @param assessment with all its texts
   */
  public record Both(Decision decision, Assessment assessment) {}

  /**
   * Does what {@link #assess} and {@link #decide} do, in one session.
   *
   * @throws dev.spotter.rules.RuleFailed if a rule threw; other clients are not touched
   */
  public Both both(Intake intake, Settings settings) {
    Client client = client(intake, settings);
    Outcome outcome = outcome(client, settings);
    return new Both(decided(client, outcome), written(client, outcome, settings));
  }

  /**
   * Does what {@link #decide} does, and keeps what the session read and found, so that it can be
   * asked why.
   *
   * @throws dev.spotter.rules.RuleFailed if a rule threw; other clients are not touched
   */
  public Examined examine(Intake intake, Settings settings) {
    Client client = client(intake, settings);
    Outcome outcome = outcome(client, settings);
    return new Examined(this, settings, client, outcome);
  }

  Assessment written(Client client, Outcome outcome, Settings settings) {
    TrainingHistory log = client.intake().history();
    Filler filler =
        new Filler(
            rules,
            templates,
            client.answers(),
            client.at().atZoneSameInstant(client.zone()).toLocalDate(),
            log == null ? "kg" : log.unit());
    return new Report(rules, reads, client.answers(), filler, outcome)
        .write(client.intake(), client.at(), client.problems(), settings.explain());
  }

  /**
   * Decides for one client by the same rules and the same weighing as {@link #assess}, without
   * writing the texts.
   *
   * @throws dev.spotter.rules.RuleFailed if a rule threw; other clients are not touched
   */
  public Decision decide(Intake intake, Settings settings) {
    Client client = client(intake, settings);
    return decided(client, outcome(client, settings));
  }

  Decision decided(Client client, Outcome outcome) {
    Level level = Objects.requireNonNull(Level.of(outcome.triage().level()));
    Advice advice = new Advice(rules.vocabulary(), level, outcome.insertions());
    Set<String> fired = new LinkedHashSet<>(2 * outcome.insertions().size());
    for (Insertion insertion : outcome.insertions()) {
      fired.add(insertion.rule().name());
    }
    List<Decision.Standing> standings = new ArrayList<>(outcome.sums().size());
    for (Weighing.Sum sum : outcome.sums()) {
      standings.add(
          new Decision.Standing(sum.cause().id(), sum.points(), sum.word(), sum.subtype()));
    }
    return new Decision(
        level,
        outcome.triage().flags(),
        outcome.verdict().leads(),
        Collections.unmodifiableList(standings),
        ids(advice.given(), Advice.Given::kind),
        ids(advice.held(), Advice.Held::kind),
        fired,
        client.answers().open());
  }

  /**
   * The level that the findings ask for, which is that of the whole assessment: triage waits for
   * nothing else.
   *
   * @throws dev.spotter.rules.RuleFailed if a rule threw; other clients are not touched
   */
  public Level level(Intake intake, Settings settings) {
    return level(findings(intake, settings));
  }

  /**
   * What the rules that read answers alone inserted: evidence, referrals, what is withheld.
   *
   * @throws dev.spotter.rules.RuleFailed if a rule threw; other clients are not touched
   */
  public List<Insertion> findings(Intake intake, Settings settings) {
    try (WorkingMemory memory = rules.memory()) {
      insertFindings(rules, memory, client(intake, settings));
      memory.fire();
      return List.copyOf(memory.insertions());
    }
  }

  private static <T> Set<String> ids(List<T> remedies, Function<T, RemedyKind> kind) {
    Set<String> ids = new LinkedHashSet<>();
    for (T remedy : remedies) {
      ids.add(kind.apply(remedy).id());
    }
    return ids;
  }

  /** One client at one moment: what was told, and what its log measures. */
  record Client(
      Intake intake,
      OffsetDateTime at,
      ZoneId zone,
      History history,
      Answers answers,
      Completeness completeness,
      List<Problem> problems) {}

  private Client client(Intake intake, Settings settings) {
    OffsetDateTime at = intake.at() == null ? settings.now() : intake.at();
    ZoneId zone = zone(intake, settings);
    List<Problem> problems = new ArrayList<>();
    History history = history(intake, settings, at, zone, problems);
    Answers answers = new Answers(rules.vocabulary(), intake, history);
    return new Client(intake, at, zone, history, answers, answers.completeness(), problems);
  }

  private Outcome outcome(Client client, Settings settings) {
    try (WorkingMemory memory = rules.memory()) {
      insertFindings(rules, memory, client);
      memory.fire();
      List<Insertion> findings = memory.insertions();
      List<Weighing.Sum> sums = weigh(client.answers(), findings);
      Triage triage = triage(findings);
      Verdict verdict = verdicts.of(sums, client.answers());
      insertWeighed(memory, sums, triage, verdict);
      memory.fire();
      return new Outcome(memory.insertions(), sums, triage, verdict, client.completeness());
    }
  }

  /** The facts of one client as rules see them, before any rule fires. */
  public List<FactView> facts(Intake intake, Settings settings) {
    return facts(client(intake, settings));
  }

  List<FactView> facts(Client client) {
    List<FactView> facts = new ArrayList<>();
    for (Section section : rules.vocabulary().sections()) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      section.questions().forEach(q -> values.put(q.field(), client.answers().factValue(q)));
      facts.add(new FactView(section.type(), values));
    }
    facts.add(new FactView("History", client.history().measures()));
    Map<String, @Nullable Object> open = new LinkedHashMap<>();
    open.put("open", client.completeness().open());
    open.put("openCore", client.completeness().openCore());
    facts.add(new FactView("Completeness", open));
    return facts;
  }

  private static ZoneId zone(Intake intake, Settings settings) {
    if (intake.zone() != null) {
      return intake.zone();
    }
    ZoneId logged = intake.history() == null ? null : intake.history().zone();
    return logged == null ? settings.zone() : logged;
  }

  private History history(
      Intake intake, Settings settings, OffsetDateTime at, ZoneId zone, List<Problem> problems) {
    if (settings.history() != null) {
      return settings.history();
    }
    if (intake.history() == null) {
      return History.NONE;
    }
    Measures.Result measured = Measures.of(intake.history(), at, zone, rules.exercises());
    if (measured.later() > 0) {
      String ignored = measured.later() + " session(s) after the time of the report were ignored";
      problems.add(new Problem("", "history.sessions", 0, 0, "later-session", ignored, null, null));
    }
    return measured.history();
  }

  /** Puts what is known of a client into a working memory of these rules. */
  static void insertFindings(RuleSet rules, WorkingMemory memory, Client client) {
    int place = 0;
    for (Section section : rules.vocabulary().sections()) {
      int next = place + section.questions().size();
      memory.insert(rules.fact(section, client.answers().factValues(place, next)));
      place = next;
    }
    memory.insert(client.history());
    memory.insert(client.completeness());
    TrainingHistory log = client.intake().history();
    if (log != null && (rules.reads("LoggedSet") || rules.reads("LoggedSession"))) {
      new LogFacts(rules.exercises(), client.at(), client.zone()).insert(log, memory);
    }
  }

  private List<Weighing.Sum> weigh(Answers answers, List<Insertion> insertions) {
    String observer = rules.scale().observer();
    Question question = observer == null ? null : rules.vocabulary().question(observer);
    Object seenBy = question == null ? null : answers.factValue(question);
    return new Weighing(rules.scale(), seenBy)
        .sums(rules.vocabulary().causes().values(), insertions);
  }

  private static Triage triage(List<Insertion> insertions) {
    List<String> flags = new ArrayList<>();
    for (Insertion insertion : insertions) {
      if (insertion.fact() instanceof Referral referral) {
        flags.add(referral.flag());
      }
    }
    return new Triage(level(insertions).word(), Set.copyOf(flags));
  }

  private static Level level(List<Insertion> insertions) {
    Level level = Level.SELF_CARE;
    for (Insertion insertion : insertions) {
      if (insertion.fact() instanceof Referral referral && referral.level().compareTo(level) > 0) {
        level = referral.level();
      }
    }
    return level;
  }

  /** Puts what was weighed into a working memory, for advice to read. */
  static void insertWeighed(
      WorkingMemory memory, List<Weighing.Sum> sums, Triage triage, Verdict verdict) {
    int rank = 1;
    for (Weighing.Sum sum : sums) {
      memory.insert(
          new Likelihood(sum.cause().id(), sum.word(), sum.points(), rank++, sum.subtype()));
    }
    memory.insert(triage);
    memory.insert(verdict);
  }
}
