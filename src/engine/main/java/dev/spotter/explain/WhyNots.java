package dev.spotter.explain;

import dev.spotter.assess.Assessment;
import dev.spotter.assess.Decision;
import dev.spotter.assess.Examined;
import dev.spotter.explain.Asked.Kind;
import dev.spotter.explain.Changes.Goal;
import dev.spotter.fact.Level;
import dev.spotter.rules.Action;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Question;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Tells for one client why something was not concluded. */
final class WhyNots {
  private final RuleSet rules;
  private final Examined client;
  private final Assessment answer;
  private final Decision decision;
  private final Changes changes;
  private final Grounds grounds;
  private final Titles titles;
  private final Silence silence;

  WhyNots(RuleSet rules, Examined client, Changes changes) {
    this.rules = rules;
    this.client = client;
    this.answer = client.assessment();
    this.decision = client.decision();
    this.changes = changes;
    this.grounds = new Grounds(rules, client);
    this.titles = new Titles(rules);
    this.silence = new Silence(rules, client);
  }

  /**
   * @throws Asked.Unknown if it is nothing that a rule can fail to produce
   */
  WhyNot of(Asked asked) {
    return switch (asked.kind()) {
      case RULE -> rule(asked);
      case CAUSE -> cause(asked, Objects.requireNonNull(answer.cause(asked.id())));
      case REMEDY -> remedy(asked);
      case FLAG -> flag(asked);
      case LEVEL -> level(asked, Objects.requireNonNull(Level.of(asked.id())));
      case VERDICT, NOTES ->
          throw new Asked.Unknown(
              "why-not asks about a level, a flag, a cause, a remedy or a rule, not about "
                  + asked.id());
    };
  }

  private WhyNot rule(Asked asked) {
    Rule rule = Objects.requireNonNull(rules.rule(asked.id()));
    boolean so = decision.fired().contains(rule.name());
    Goal goal = new Goal("the rule would fire", d -> d.fired().contains(rule.name()));
    return whyNot(
        asked, so, List.of(so ? "it fired" : "it did not fire"), List.of(), List.of(rule), goal);
  }

  private WhyNot flag(Asked asked) {
    boolean so = decision.flags().contains(asked.id());
    Goal goal = new Goal(asked.id() + " would be raised", d -> d.flags().contains(asked.id()));
    return whyNot(
        asked,
        so,
        List.of(so ? "it was raised" : "it was not raised"),
        List.of(),
        acting("Referral", a -> a.subject().equals(asked.id())),
        goal);
  }

  private WhyNot level(Asked asked, Level wanted) {
    boolean so = decision.level() == wanted;
    boolean higher = decision.level().compareTo(wanted) > 0;
    List<String> said = new ArrayList<>(List.of("the level is " + decision.level().word()));
    if (higher) {
      said.add("the highest level that a rule asks for wins, and nothing lowers it");
    }
    List<Ground> above =
        higher
            ? grounds.referrals().stream()
                .filter(
                    g ->
                        Objects.requireNonNull(Level.of(String.valueOf(g.level())))
                                .compareTo(wanted)
                            > 0)
                .toList()
            : List.of();
    Goal goal = new Goal("the level would be " + wanted.word(), d -> d.level() == wanted);
    List<Rule> asking =
        higher ? List.of() : acting("Referral", a -> a.calls().get(0).name().equals(wanted.word()));
    return whyNot(asked, so, said, above, asking, goal);
  }

  private WhyNot remedy(Asked asked) {
    boolean so = decision.remedies().contains(asked.id());
    List<Ground> held = grounds.withholding(asked.id());
    String said =
        so ? "it is advised" : held.isEmpty() ? "no rule that fired advises it" : "it is withheld";
    Goal goal =
        new Goal(titles.of(asked) + " would be advised", d -> d.remedies().contains(asked.id()));
    List<Rule> advising = acting("Remedy", a -> a.subject().equals(asked.id()));
    return whyNot(asked, so, List.of(said), held, held.isEmpty() ? advising : List.of(), goal);
  }

  private WhyNot cause(Asked asked, Assessment.Cause cause) {
    String id = asked.id();
    String title = cause.title();
    boolean likely = cause.likelihood().equals("likely");
    boolean first = decision.first().equals(id);
    boolean leads = answer.verdict().equals(id);
    List<Goal> goals = new ArrayList<>();
    if (!likely) {
      goals.add(
          new Goal(
              title + " would be likely",
              d -> Objects.requireNonNull(d.cause(id)).likelihood().equals("likely")));
    }
    if (!first) {
      goals.add(new Goal(title + " would stand first", d -> d.first().equals(id)));
    } else if (!leads) {
      goals.add(new Goal(title + " would lead", d -> d.verdict().equals(id)));
    }
    List<Rule> speaking =
        acting(
            "Evidence", a -> a.subject().equals(id) && a.calls().get(0).name().equals("supports"));
    return whyNot(
        asked,
        goals.isEmpty(),
        standing(cause, first),
        grounds.opposing(cause),
        speaking,
        goals.toArray(Goal[]::new));
  }

  private List<String> standing(Assessment.Cause cause, boolean first) {
    List<String> said = new ArrayList<>();
    said.add(titles.standing(answer, cause) + "; likely begins at " + rules.scale().likely());
    if (!first) {
      Assessment.Cause leader = answer.causes().get(0);
      said.add("first stands " + leader.title() + ", with " + leader.points() + " points");
    } else if (!answer.verdict().equals(cause.id())) {
      said.add(
          "it stands first but does not lead: that needs "
              + rules.scale().lead()
              + " points more than the next, and "
              + rules.scale().informative()
              + " answers that count");
    }
    Set<String> toLead = client.lacksToLead(cause.id());
    if (!toLead.isEmpty()) {
      said.add(
          "it may not stand first without evidence that counts from "
              + groups(toLead)
              + " (@leadsWith)");
    }
    if (!cause.lacks().isEmpty()) {
      said.add(
          "its points would do, but without evidence that counts from "
              + groups(cause.lacks())
              + " it is called possible at most, and stands with "
              + cause.standing()
              + " points");
    }
    return said;
  }

  private static String groups(Collection<String> groups) {
    return "the group " + String.join(" or ", groups.stream().sorted().toList());
  }

  /** The rules of which some action is such a one. */
  private List<Rule> acting(String type, java.util.function.Predicate<Action> such) {
    return rules.rules().stream()
        .filter(r -> r.actions().stream().anyMatch(a -> a.type().equals(type) && such.test(a)))
        .toList();
  }

  private WhyNot whyNot(
      Asked asked,
      boolean so,
      List<String> said,
      List<Ground> against,
      List<Rule> able,
      Goal... goals) {
    List<Rule> mute =
        so ? List.of() : able.stream().filter(r -> !decision.fired().contains(r.name())).toList();
    List<Goal> wanted = so ? List.of() : List.of(goals);
    return new WhyNot(
        asked,
        titles.of(asked),
        so,
        decision.level(),
        said,
        so ? List.of() : against,
        silence.of(mute),
        wanted.stream().map(Goal::said).toList(),
        wanted.isEmpty() ? List.of() : changes.of(client, wanted, tried(asked, mute, against)));
  }

  /**
   * Findings fire or fall silent only by what they read themselves, and they alone make a level;
   * what comes after weighing can be changed by any answer.
   */
  private Collection<Question> tried(Asked asked, List<Rule> mute, List<Ground> against) {
    List<Rule> concerned = new ArrayList<>(mute);
    against.stream().flatMap(g -> Stream.ofNullable(rules.rule(g.rule()))).forEach(concerned::add);
    boolean findings = concerned.stream().allMatch(r -> r.layer() == Rule.Layer.FINDING);
    boolean weighed = asked.kind() == Kind.CAUSE || asked.kind() == Kind.REMEDY;
    return weighed || !findings
        ? rules.vocabulary().questions()
        : Candidates.questionsOf(concerned, rules.vocabulary());
  }
}
