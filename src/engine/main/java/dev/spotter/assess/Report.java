package dev.spotter.assess;

import dev.spotter.fact.Conclusion;
import dev.spotter.fact.Evidence;
import dev.spotter.fact.Level;
import dev.spotter.fact.Note;
import dev.spotter.fact.Referral;
import dev.spotter.fact.Remedy;
import dev.spotter.fact.Withhold;
import dev.spotter.intake.Intake;
import dev.spotter.intake.Problem;
import dev.spotter.rules.Insertion;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.RemedyKind;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts what came out of a session into an answer; everything in the order of rules. */
final class Report {
  private final RuleSet rules;
  private final Filler filler;
  private final Outcome outcome;
  private final Questions questions;
  private final Matching matching;

  Report(RuleSet rules, Reads reads, Answers answers, Filler filler, Outcome outcome) {
    this.rules = rules;
    this.filler = filler;
    this.outcome = outcome;
    this.questions = new Questions(rules.vocabulary(), reads, answers, rules.scale().lead());
    this.matching = new Matching(rules.vocabulary(), reads, answers, outcome);
  }

  Assessment write(Intake intake, OffsetDateTime at, List<Problem> problems, boolean explain) {
    Level level = Objects.requireNonNull(Level.of(outcome.triage().level()));
    Advice advice = new Advice(rules.vocabulary(), level, outcome.insertions());
    return new Assessment(
        intake.id(),
        at,
        rules.id(),
        triage(level),
        outcome.verdict().leads(),
        outcome.sums().stream().map(this::cause).toList(),
        advice.given().stream().map(this::remedy).toList(),
        advice.held().stream().map(h -> withheld(h, level)).toList(),
        questions.next(outcome.completeness(), outcome.sums()),
        notes(intake),
        List.copyOf(problems),
        explain ? matching.matches() : List.of());
  }

  private Assessment.Triage triage(Level level) {
    List<Insertion> referrals =
        outcome
            .of(Referral.class)
            .sorted(Comparator.comparing((Insertion i) -> ((Referral) i.fact()).level()).reversed())
            .toList();
    List<Item> because = new ArrayList<>();
    List<Level> levels = new ArrayList<>();
    for (Insertion insertion : referrals) {
      Referral referral = (Referral) insertion.fact();
      because.add(item(insertion.rule(), referral.because(), referral.flag(), 0, 0));
      levels.add(referral.level());
    }
    List<String> safetyNet =
        noted(Note.Kind.SAFETY_NET).stream().map(Assessment.Noted::text).toList();
    return new Assessment.Triage(
        level, because, levels, questions.openSafety(outcome.completeness()), safetyNet, recheck());
  }

  /** The earliest day that a rule names. */
  private @Nullable LocalDate recheck() {
    return outcome
        .of(Note.class)
        .map(i -> (Note) i.fact())
        .filter(n -> n.kind() == Note.Kind.RECHECK)
        .map(n -> filler.today().plusDays(Long.parseLong(n.text().replace("d", ""))))
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private Assessment.Cause cause(Weighing.Sum sum) {
    String id = sum.cause().id();
    List<Item> conclusions =
        outcome
            .of(Conclusion.class)
            .filter(i -> ((Conclusion) i.fact()).cause().equals(id))
            .map(i -> item(i.rule(), ((Conclusion) i.fact()).text(), null, 0, 0))
            .toList();
    String conclusion =
        conclusions.stream().map(Item::because).distinct().collect(Collectors.joining(" "));
    return new Assessment.Cause(
        id,
        sum.cause().title(),
        sum.subtype(),
        sum.subtype() == null ? null : rules.subtypeTitle(sum.subtype()),
        sum.word(),
        sum.points(),
        sum.standing(),
        List.copyOf(sum.lacks()),
        sum.cause().start(),
        conclusion.isEmpty() ? null : conclusion,
        conclusions,
        items(sum, Evidence::supports),
        items(sum, e -> !e.supports()),
        questions.openFor(id));
  }

  private List<Item> items(Weighing.Sum sum, Predicate<Evidence> which) {
    List<Item> items = new ArrayList<>();
    for (Weighing.Weighed weighed : sum.items()) {
      Evidence evidence = weighed.evidence();
      if (which.test(evidence)) {
        items.add(
            item(
                weighed.rule(),
                evidence.because(),
                evidence.group(),
                weighed.points(),
                weighed.counted()));
      }
    }
    return List.copyOf(items);
  }

  private Assessment.Remedy remedy(Advice.Given given) {
    RemedyKind kind = given.kind();
    List<String> advice =
        given.reasons().stream()
            .map(i -> filler.fill(((Remedy) i.fact()).advice()))
            .filter(a -> !a.isBlank())
            .distinct()
            .toList();
    List<Item> why = given.reasons().stream().map(this::reason).distinct().toList();
    return new Assessment.Remedy(kind.id(), kind.title(), kind.kind(), advice, why);
  }

  private Item reason(Insertion insertion) {
    String because = ((Remedy) insertion.fact()).because();
    String said = because.isBlank() ? insertion.rule().name() : because;
    return item(insertion.rule(), said, null, 0, 0);
  }

  private Assessment.Withheld withheld(Advice.Held held, Level level) {
    RemedyKind kind = held.kind();
    Insertion by = held.by();
    return by == null
        ? new Assessment.Withheld(
            kind.id(),
            kind.title(),
            "not while the level is " + level.word(),
            "the engine's own guard")
        : new Assessment.Withheld(
            kind.id(),
            kind.title(),
            filler.fill(((Withhold) by.fact()).because()),
            by.rule().name());
  }

  private Item item(Rule rule, String text, @Nullable String group, int points, int counted) {
    return new Item(
        rule.name(),
        filler.fill(text),
        rule.sources(),
        group,
        points,
        counted,
        matching.facts(rule));
  }

  private List<Assessment.Noted> notes(Intake intake) {
    List<Assessment.Noted> notes = new ArrayList<>(noted(Note.Kind.NOTE));
    questions.differences(intake).forEach(d -> notes.add(new Assessment.Noted(d, null, List.of())));
    return List.copyOf(notes);
  }

  private List<Assessment.Noted> noted(Note.Kind kind) {
    Map<String, Assessment.Noted> once = new LinkedHashMap<>();
    outcome
        .of(Note.class)
        .filter(i -> ((Note) i.fact()).kind() == kind)
        .forEach(
            i -> {
              String text = filler.fill(((Note) i.fact()).text());
              once.putIfAbsent(
                  text, new Assessment.Noted(text, i.rule().name(), i.rule().sources()));
            });
    return List.copyOf(once.values());
  }
}
