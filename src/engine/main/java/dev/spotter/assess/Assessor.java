package dev.spotter.assess;

import dev.spotter.fact.Completeness;
import dev.spotter.fact.History;
import dev.spotter.fact.Level;
import dev.spotter.fact.Likelihood;
import dev.spotter.fact.Referral;
import dev.spotter.fact.Triage;
import dev.spotter.fact.Verdict;
import dev.spotter.history.Measures;
import dev.spotter.intake.Intake;
import dev.spotter.intake.Problem;
import dev.spotter.rules.Insertion;
import dev.spotter.rules.RuleSet;
import dev.spotter.rules.Template;
import dev.spotter.rules.WorkingMemory;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Section;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Assesses clients by one rule set. Safe for many threads. */
public final class Assessor {
  private final RuleSet rules;
  private final Reads reads;
  private final ConcurrentHashMap<String, Template> templates = new ConcurrentHashMap<>();

  public Assessor(RuleSet rules) {
    this.rules = rules;
    this.reads = new Reads(rules);
  }

  /**
   * How to assess.
   *
   * @param now the clock for intakes that say none
   * @param zone the zone for intakes and logs that say none
   * @param explain whether to keep how every rule matched
   * @param history measures that stand in for the log's, or null to take them from the log
   * @param fresh use a working memory that was never used before; for comparison
   */
  public record Settings(
      OffsetDateTime now, ZoneId zone, boolean explain, @Nullable History history, boolean fresh) {

    /** The usual: measures from the log, a pooled memory, no match tree. */
    public static Settings at(OffsetDateTime now, ZoneId zone) {
      return new Settings(now, zone, false, null, false);
    }

    /** The same, with or without the match tree. */
    public Settings explaining(boolean wanted) {
      return new Settings(now, zone, wanted, history, fresh);
    }

    /** The same, with measures given instead of taken from a log; null takes them from the log. */
    public Settings measuring(@Nullable History measures) {
      return new Settings(now, zone, explain, measures, fresh);
    }

    /** The same, in a working memory that was never used before. */
    public Settings unpooled() {
      return new Settings(now, zone, explain, history, true);
    }
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
    OffsetDateTime at = intake.at() == null ? settings.now() : intake.at();
    ZoneId zone = zone(intake, settings);
    List<Problem> problems = new ArrayList<>();
    History history = history(intake, settings, at, zone, problems);
    Answers answers = new Answers(rules.vocabulary(), intake, history);
    try (WorkingMemory memory = settings.fresh() ? rules.freshMemory() : rules.memory()) {
      Completeness completeness = answers.completeness();
      insertFindings(memory, answers, history, completeness, intake, at, zone);
      memory.fire();
      List<Weighing.Sum> sums = weigh(answers, memory.insertions());
      Triage triage = triage(memory.insertions());
      Verdict verdict = verdict(sums, answers);
      insertWeighed(memory, sums, triage, verdict);
      memory.fire();
      Filler filler =
          new Filler(
              rules,
              templates,
              answers,
              at.atZoneSameInstant(zone).toLocalDate(),
              intake.history() == null ? "kg" : intake.history().unit());
      Outcome outcome = new Outcome(memory.insertions(), sums, triage, verdict, completeness);
      return new Report(rules, reads, answers, filler, outcome)
          .write(intake, at, problems, settings.explain());
    }
  }

  /** The facts of one client as rules see them, before any rule fires. */
  public List<FactView> facts(Intake intake, Settings settings) {
    OffsetDateTime at = intake.at() == null ? settings.now() : intake.at();
    History history = history(intake, settings, at, zone(intake, settings), new ArrayList<>());
    Answers answers = new Answers(rules.vocabulary(), intake, history);
    List<FactView> facts = new ArrayList<>();
    for (Section section : rules.vocabulary().sections()) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      section.questions().forEach(q -> values.put(q.field(), answers.factValue(q)));
      facts.add(new FactView(section.type(), values));
    }
    facts.add(new FactView("History", HistoryValues.inOrder(history)));
    Completeness completeness = answers.completeness();
    Map<String, @Nullable Object> open = new LinkedHashMap<>();
    open.put("open", completeness.open());
    open.put("openCore", completeness.openCore());
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

  private void insertFindings(
      WorkingMemory memory,
      Answers answers,
      History history,
      Completeness completeness,
      Intake intake,
      OffsetDateTime at,
      ZoneId zone) {
    for (Section section : rules.vocabulary().sections()) {
      List<Question> questions = section.questions();
      @Nullable Object[] values = new @Nullable Object[questions.size()];
      for (int i = 0; i < values.length; i++) {
        values[i] = answers.factValue(questions.get(i));
      }
      memory.insert(rules.fact(section, values));
    }
    memory.insert(history);
    memory.insert(completeness);
    if (intake.history() != null && (rules.reads("LoggedSet") || rules.reads("LoggedSession"))) {
      new LogFacts(rules.exercises(), at, zone).insert(intake.history(), memory);
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
    Level level = Level.SELF_CARE;
    Set<String> flags = new TreeSet<>();
    for (Insertion insertion : insertions) {
      if (insertion.fact() instanceof Referral referral) {
        flags.add(referral.flag());
        level = referral.level().compareTo(level) > 0 ? referral.level() : level;
      }
    }
    return new Triage(level.word(), Set.copyOf(flags));
  }

  private Verdict verdict(List<Weighing.Sum> sums, Answers answers) {
    if (sums.isEmpty()) {
      return new Verdict(Verdict.UNDETERMINED, "");
    }
    Weighing.Sum first = sums.get(0);
    String id = first.cause().id();
    if (informative(sums, answers) < rules.scale().informative()) {
      return new Verdict(Verdict.UNDETERMINED, id);
    }
    int next =
        sums.stream()
            .skip(1)
            .filter(Weighing.Sum::mayLead)
            .mapToInt(Weighing.Sum::points)
            .max()
            .orElse(Integer.MIN_VALUE / 2);
    boolean leads =
        first.points() >= rules.scale().possible() && first.points() - next >= rules.scale().lead();
    return new Verdict(leads ? id : Verdict.NO_CLEAR_LEADER, id);
  }

  /** The distinct answers that evidence which counts has read. */
  private int informative(List<Weighing.Sum> sums, Answers answers) {
    Set<String> ids = new LinkedHashSet<>();
    for (Weighing.Sum sum : sums) {
      sum.items().stream()
          .filter(i -> i.counted() > 0)
          .flatMap(i -> reads.fieldsOf(i.rule()).stream())
          .filter(f -> answers.value(f.type(), f.field(), f.section()) != null)
          .forEach(f -> ids.add(f.id()));
    }
    return ids.size();
  }

  private void insertWeighed(
      WorkingMemory memory, List<Weighing.Sum> sums, Triage triage, Verdict verdict) {
    int rank = 1;
    for (Weighing.Sum sum : sums) {
      memory.insert(
          new Likelihood(
              sum.cause().id(),
              rules.scale().word(sum.points()),
              sum.points(),
              rank++,
              sum.subtype()));
    }
    memory.insert(triage);
    memory.insert(verdict);
  }
}
