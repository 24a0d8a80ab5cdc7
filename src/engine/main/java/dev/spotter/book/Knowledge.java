package dev.spotter.book;

import dev.spotter.cases.Case;
import dev.spotter.rules.Action;
import dev.spotter.rules.Citation;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the chapters draw on: the rules, and the ways to say them. */
record Knowledge(
    RuleSet rules,
    Collection<Case> cases,
    Examples examples,
    RuleText source,
    Subjects subjects,
    Values values,
    ConditionWords conditions,
    TextWords texts,
    ActionWords actions) {

  static Knowledge of(RuleSet rules, Collection<Case> cases) {
    Subjects subjects = new Subjects(rules.vocabulary());
    Values values = new Values(rules, subjects);
    TextWords texts = new TextWords(rules, subjects);
    return new Knowledge(
        rules,
        cases,
        new Examples(cases),
        new RuleText(rules),
        subjects,
        values,
        new ConditionWords(subjects, values),
        texts,
        new ActionWords(rules, values, texts));
  }

  /** Something that a rule inserts. */
  record Inserted(Rule rule, Action action) {}

  /** Everything of one type that rules insert, in the order of rules. */
  Stream<Inserted> inserted(String type) {
    return rules.rules().stream()
        .flatMap(
            r ->
                r.actions().stream()
                    .filter(a -> a.type().equals(type))
                    .map(a -> new Inserted(r, a)));
  }

  /** A rule by its name, leading to where it stands whole. */
  static Phrase rule(Rule rule) {
    return Phrase.ref(rule.name(), Keys.rule(rule.name()));
  }

  /** When a rule fires, on one line. */
  Phrase when(Rule rule) {
    return conditions.line(rule);
  }

  /** What a rule cites; a judgement of one's own says that it is one. */
  Phrase sources(Rule rule) {
    List<Phrase> keys =
        rule.sources().stream()
            .map(k -> Phrase.ref(house(k) ? k + " (own judgement)" : k, Keys.source(k)))
            .toList();
    return Phrase.joined(keys, ", ");
  }

  private boolean house(String key) {
    @Nullable Citation citation = rules.citations().get(key);
    return citation != null && citation.status().equals("house");
  }
}
