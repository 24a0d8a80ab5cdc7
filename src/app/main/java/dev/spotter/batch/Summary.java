package dev.spotter.batch;

import dev.spotter.fact.Level;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What came of a run, in numbers; the same whether or not it was interrupted. */
final class Summary {
  private final Tally tally;
  private final RuleSet rules;
  private final List<String> sources;
  private final Form form;

  Summary(Tally tally, RuleSet rules, List<String> sources, Form form) {
    this.tally = tally;
    this.rules = rules;
    this.sources = sources;
    this.form = form;
  }

  /** For {@link JsonTree}; keys always in the same order. */
  Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("schemaVersion", 1);
    tree.put("ruleSet", rules.id());
    tree.put("detail", form.detail().name());
    tree.put("records", tally.records());
    tree.put("assessed", tally.assessed());
    tree.put("failed", tally.failed());
    tree.put("rejected", tally.rejected());
    tree.put("levels", levels(tally));
    tree.put("first", byNumber(tally.of(Tally.Of.FIRST)));
    tree.put("verdicts", byNumber(tally.of(Tally.Of.VERDICT)));
    tree.put("callToday", calls());
    tree.put("rules", byNumber(rules()));
    tree.put("failedRules", byNumber(tally.of(Tally.Of.FAILED_RULE)));
    tree.put("missing", byNumber(tally.of(Tally.Of.MISSING)));
    tree.put("rejectedBy", byNumber(tally.of(Tally.Of.REJECTED)));
    tree.put("sources", sources.stream().map(this::source).toList());
    return tree;
  }

  /** Every level, worst first. */
  static Map<String, Long> levels(Tally tally) {
    Map<String, Long> levels = new LinkedHashMap<>();
    Stream.of(Level.values())
        .sorted(Comparator.reverseOrder())
        .forEach(level -> levels.put(level.word(), tally.of(Tally.Of.LEVEL, level.word())));
    return levels;
  }

  /** The greatest number first; equal ones by name. */
  static Map<String, Long> byNumber(Map<String, Long> counts) {
    Map<String, Long> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(e -> sorted.put(e.getKey(), e.getValue()));
    return sorted;
  }

  /** Every rule, those that never fired too. */
  private Map<String, Long> rules() {
    Map<String, Long> fired = new LinkedHashMap<>();
    rules.rules().stream()
        .map(Rule::name)
        .forEach(name -> fired.put(name, tally.of(Tally.Of.RULE, name)));
    return fired;
  }

  private Map<String, Object> calls() {
    Map<String, Object> calls = new LinkedHashMap<>();
    Call.LEVELS.forEach(level -> calls.put(level, tally.toCall(level)));
    calls.put("all", Folder.CALL_TODAY);
    calls.put("first", tally.calls().stream().map(Summary::call).toList());
    return calls;
  }

  private static Map<String, Object> call(Call call) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("level", call.level());
    tree.put("id", call.id());
    tree.put("source", call.source());
    tree.put("line", call.line());
    return tree;
  }

  private Map<String, Object> source(String name) {
    long assessed = tally.of(Tally.Of.SOURCE_ASSESSED, name);
    long failed = tally.of(Tally.Of.SOURCE_FAILED, name);
    long rejected = tally.of(Tally.Of.SOURCE_REJECTED, name);
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("source", name);
    tree.put("records", assessed + failed + rejected);
    tree.put("assessed", assessed);
    tree.put("failed", failed);
    tree.put("rejected", rejected);
    return tree;
  }
}
