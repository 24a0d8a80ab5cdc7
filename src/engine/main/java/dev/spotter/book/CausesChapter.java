package dev.spotter.book;

import dev.spotter.rules.Condition.Op;
import dev.spotter.rules.Condition.Test;
import dev.spotter.rules.Pattern;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Cause;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What may be behind it: for each cause what speaks for and against it, and what follows. */
final class CausesChapter {
  private static final List<String> EVIDENCE =
      List.of("Finding", "Strength", "Group", "Kind", "Observed", "When", "Sources");

  private final Knowledge knowledge;
  private final RuleSet rules;
  private final Manuscript out;

  CausesChapter(Knowledge knowledge, Manuscript out) {
    this.knowledge = knowledge;
    this.rules = knowledge.rules();
    this.out = out;
  }

  void write() {
    out.chapter("Causes");
    out.say(
        Phrase.of(
                "Every cause is weighed for every client; how strengths, groups and kinds count: ")
            .and(Phrase.ref("How causes are weighed", Keys.chapter("scale")))
            .and("."));
    rules.vocabulary().causes().values().forEach(this::cause);
  }

  private void cause(Cause cause) {
    out.title(3, cause.title(), Keys.cause(cause.id()));
    out.items(
        List.of(
            Phrase.of("In rules: ").and(Phrase.code(cause.id())),
            Phrase.of("Start: " + cause.start() + " points"),
            Phrase.of("To lead: ").and(leading(cause))));
    List<Finding> findings =
        knowledge
            .inserted("Evidence")
            .filter(i -> i.action().subject().equals(cause.id()))
            .map(i -> new Finding(i.rule(), i.action()))
            .sorted(Comparator.comparing(Finding::strength))
            .toList();
    out.table("What speaks for it", EVIDENCE, rows(findings, true));
    out.table("What speaks against it", EVIDENCE, rows(findings, false));
    out.table("What is said of it", List.of("Said", "When", "Rule", "Sources"), said(cause));
    out.table(
        "Remedies that depend on it", List.of("Remedy", "When", "Rule", "Sources"), advised(cause));
  }

  private Phrase leading(Cause cause) {
    String lead = "at least " + rules.scale().lead() + " points before the next cause";
    return Phrase.of(lead)
        .and(needing(cause.leadsWith(), "it does not stand first and is possible at most"))
        .and(needing(cause.likelyWith(), "it is possible at most"));
  }

  private static Phrase needing(Set<String> groups, String otherwise) {
    if (groups.isEmpty()) {
      return Phrase.of("");
    }
    List<Phrase> quoted = groups.stream().map(g -> Phrase.of(Values.quoted(g))).toList();
    return Phrase.of("; something for it must count of the group ")
        .and(Phrase.listed(quoted, "or"))
        .and(", otherwise " + otherwise);
  }

  private List<List<Phrase>> rows(List<Finding> findings, boolean supporting) {
    return findings.stream().filter(f -> f.supports() == supporting).map(this::row).toList();
  }

  private List<Phrase> row(Finding finding) {
    String group = finding.group();
    String subtype = finding.subtype();
    return List.of(
        Phrase.ref(
            knowledge.texts().say(finding.because()).plain(), Keys.rule(finding.rule().name())),
        Phrase.strong(Levels.word(finding.strength()))
            .and(" " + knowledge.actions().points(finding)),
        Phrase.of(group == null ? "" : group),
        Phrase.of(subtype == null ? "" : rules.subtypeTitle(subtype)),
        Phrase.of(finding.observed() ? "scaled" : ""),
        knowledge.when(finding.rule()),
        knowledge.sources(finding.rule()));
  }

  private List<List<Phrase>> said(Cause cause) {
    return knowledge
        .inserted("Conclusion")
        .filter(i -> i.action().subject().equals(cause.id()))
        .map(i -> row(knowledge.actions().text(i.action(), "says"), i.rule()))
        .toList();
  }

  private List<List<Phrase>> advised(Cause cause) {
    List<List<Phrase>> rows = new ArrayList<>();
    knowledge
        .inserted("Remedy")
        .filter(i -> dependsOn(i.rule(), cause))
        .map(i -> row(knowledge.actions().remedy(i.action().subject()), i.rule()))
        .forEach(rows::add);
    return rows;
  }

  private List<Phrase> row(Phrase first, Rule rule) {
    return List.of(first, knowledge.when(rule), Knowledge.rule(rule), knowledge.sources(rule));
  }

  private static boolean dependsOn(Rule rule, Cause cause) {
    for (Pattern pattern : rule.patterns()) {
      Set<String> fields =
          switch (pattern.type()) {
            case "Likelihood" -> Set.of("cause");
            case "Verdict" -> Set.of("leads", "first");
            default -> Set.of();
          };
      if (pattern.tests().anyMatch(t -> fields.contains(t.field()) && names(t, cause))) {
        return true;
      }
    }
    return false;
  }

  private static boolean names(Test test, Cause cause) {
    return (test.op() == Op.EQ || test.op() == Op.IN)
        && test.operands().stream().anyMatch(o -> cause.id().equals(o.value()));
  }
}
