package dev.spotter.explain;

import dev.spotter.assess.Assessment;
import dev.spotter.assess.Examined;
import dev.spotter.explain.Asked.Kind;
import dev.spotter.fact.Level;
import dev.spotter.fact.Verdict;
import dev.spotter.rules.Condition.Test;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Tells for one client why something was concluded. */
final class Whys {
  private final RuleSet rules;
  private final Examined client;
  private final Assessment answer;
  private final Grounds grounds;
  private final Titles titles;

  Whys(RuleSet rules, Examined client) {
    this.rules = rules;
    this.client = client;
    this.answer = client.assessment();
    this.grounds = new Grounds(rules, client);
    this.titles = new Titles(rules);
  }

  /** The level, the cause that leads or what stands in its place, and every remedy. */
  List<Why> overview() {
    List<Why> all = new ArrayList<>();
    all.add(of(Asked.of(answer.triage().level())));
    all.add(
        answer.cause(answer.verdict()) == null
            ? of(Asked.VERDICT)
            : of(new Asked(Kind.CAUSE, answer.verdict())));
    answer.remedies().forEach(r -> all.add(shallow(new Asked(Kind.REMEDY, r.id()))));
    return all;
  }

  /** The same with the conclusions that it was drawn from. */
  Why of(Asked asked) {
    Why bare = shallow(asked);
    return new Why(
        asked, bare.title(), bare.so(), bare.said(), bare.grounds(), behind(asked, bare));
  }

  private Why shallow(Asked asked) {
    return switch (asked.kind()) {
      case LEVEL -> level(asked);
      case VERDICT -> why(asked, true, verdict(), List.of());
      case FLAG -> flag(asked);
      case CAUSE -> cause(asked);
      case REMEDY -> remedy(asked);
      case NOTES -> notes(asked);
      case RULE -> rule(asked);
    };
  }

  private Why why(Asked asked, boolean so, String said, List<Ground> found) {
    return new Why(asked, titles.of(asked), so, said, found, List.of());
  }

  private Why level(Asked asked) {
    Level level = answer.triage().level();
    boolean so = level.word().equals(asked.id());
    List<Ground> referrals = grounds.referrals();
    if (!so) {
      return why(asked, false, "the level is " + level.word(), List.of());
    }
    return why(
        asked,
        true,
        referrals.isEmpty()
            ? "no rule that fired wants this client seen"
            : "the highest level asked for",
        referrals);
  }

  private String verdict() {
    List<Assessment.Cause> causes = answer.causes();
    return switch (answer.verdict()) {
      case Verdict.NO_CLEAR_LEADER ->
          "no cause clearly leads; the first would need "
              + rules.scale().lead()
              + " points more than the next, and at least "
              + rules.scale().possible();
      case Verdict.UNDETERMINED ->
          "too little is known; a verdict needs "
              + rules.scale().informative()
              + " answers that count";
      default -> causes.get(0).title() + " leads";
    };
  }

  private Why flag(Asked asked) {
    List<Ground> raised =
        grounds.referrals().stream().filter(g -> asked.id().equals(g.group())).toList();
    return why(asked, !raised.isEmpty(), raised.isEmpty() ? "not raised" : "raised", raised);
  }

  private Why cause(Asked asked) {
    Assessment.Cause cause = Objects.requireNonNull(answer.cause(asked.id()));
    List<Ground> found = new ArrayList<>(grounds.supporting(cause));
    found.addAll(grounds.opposing(cause));
    found.addAll(grounds.conclusions(cause));
    return why(asked, true, titles.standing(answer, cause), found);
  }

  private Why remedy(Asked asked) {
    List<Ground> advising = grounds.advising(asked.id());
    List<Ground> held = grounds.withholding(asked.id());
    return advising.isEmpty()
        ? why(asked, false, held.isEmpty() ? "no rule that fired advises it" : "withheld", held)
        : why(asked, true, "advised", advising);
  }

  private Why notes(Asked asked) {
    List<Ground> notes = grounds.notes();
    return why(asked, !notes.isEmpty(), notes.isEmpty() ? "there is none" : "said", notes);
  }

  private Why rule(Asked asked) {
    List<Ground> its = grounds.of(Objects.requireNonNull(rules.rule(asked.id())));
    return why(asked, !its.isEmpty(), its.isEmpty() ? "did not fire" : "fired", its);
  }

  /** The conclusions that the rules of another read. */
  private List<Why> behind(Asked asked, Why bare) {
    Set<Asked> read = new LinkedHashSet<>();
    if (asked.kind() == Kind.VERDICT) {
      answer.causes().stream().limit(2).forEach(c -> read.add(new Asked(Kind.CAUSE, c.id())));
    } else if (asked.kind() != Kind.CAUSE && asked.kind() != Kind.NOTES) {
      bare.grounds().stream()
          .flatMap(g -> Stream.ofNullable(rules.rule(g.rule())))
          .forEach(r -> read.addAll(read(r)));
    }
    read.remove(asked);
    return read.stream().map(this::shallow).toList();
  }

  private Set<Asked> read(Rule rule) {
    Set<Asked> read = new LinkedHashSet<>();
    rule.patterns()
        .forEach(
            p -> {
              Test cause = p.cause();
              if (p.type().equals("Likelihood") && cause != null) {
                read.add(new Asked(Kind.CAUSE, String.valueOf(cause.operands().get(0).value())));
              } else if (p.type().equals("Triage")) {
                read.add(Asked.of(client.decision().level()));
              } else if (p.type().equals("Verdict")) {
                read.add(Asked.VERDICT);
              }
            });
    return read;
  }
}
