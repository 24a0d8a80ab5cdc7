package dev.spotter.bench;

import dev.spotter.rules.Condition;
import dev.spotter.rules.Condition.Operand;
import dev.spotter.rules.Condition.Test;
import dev.spotter.rules.Pattern;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import dev.spotter.rules.RuleWriter;
import dev.spotter.vocabulary.Question;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Rule folders of any size: the shipped rules, over and over, each time round with other limits and
 * other choices. Fewer than the shipped ones are taken evenly from all of them.
 */
record ManyRules(RuleSet shipped) {
  private static final Set<String> FOUND = Set.of("subtype", "flags");

  RuleSet of(int count) {
    Map<String, byte[]> files = new HashMap<>();
    shipped
        .files()
        .files()
        .forEach(
            (name, bytes) -> {
              if (!name.endsWith(".cases.yaml") && !name.equals("safety.yaml")) {
                files.put(name, name.endsWith(".drl") ? declarations(bytes) : bytes);
              }
            });
    files.put("many.drl", text(count).getBytes(StandardCharsets.UTF_8));
    return RuleSet.of(files);
  }

  private static byte[] declarations(byte[] file) {
    return new String(file, StandardCharsets.UTF_8)
        .replaceAll("(?ms)^rule \".*?^end$", "")
        .getBytes(StandardCharsets.UTF_8);
  }

  private String text(int count) {
    List<Rule> rules = shipped.rules().stream().filter(ManyRules::standsAlone).toList();
    StringBuilder text = new StringBuilder("package spotter\nimport dev.spotter.fact.*\n");
    for (int i = 0; i < count; i++) {
      int round = i / rules.size();
      Rule rule = rules.get(count < rules.size() ? i * rules.size() / count : i % rules.size());
      text.append('\n').append(RuleWriter.text(changed(rule, round), "rule " + i));
    }
    return text.toString();
  }

  /** False if it names what only other rules find: without them it would be refused. */
  private static boolean standsAlone(Rule rule) {
    return rule.patterns().stream()
        .flatMap(Pattern::tests)
        .noneMatch(t -> FOUND.contains(t.field()));
  }

  private Rule changed(Rule rule, int round) {
    List<Pattern> patterns = new ArrayList<>();
    for (Pattern pattern : rule.patterns()) {
      Condition condition = changed(pattern.condition(), pattern.type(), round);
      patterns.add(new Pattern(pattern.demand(), pattern.type(), condition, 0));
    }
    return new Rule(
        rule.name(), rule.file(), 0, 0, rule.layer(), rule.sources(), patterns, rule.actions());
  }

  private Condition changed(Condition condition, String type, int round) {
    if (condition instanceof Condition.All all) {
      return new Condition.All(all.parts().stream().map(p -> changed(p, type, round)).toList());
    }
    if (condition instanceof Condition.Any any) {
      return new Condition.Any(any.parts().stream().map(p -> changed(p, type, round)).toList());
    }
    Test test = (Test) condition;
    Question question = shipped.vocabulary().question(type, test.field());
    if (question == null || test.againstNull()) {
      return test;
    }
    List<Operand> operands =
        test.operands().stream()
            .map(o -> new Operand(changed(o.value(), question, round), null, 0))
            .toList();
    return new Test(test.field(), test.op(), operands, 0);
  }

  private static Object changed(Object value, Question question, int round) {
    if (value instanceof BigDecimal limit) {
      BigDecimal least = question.range().min();
      BigDecimal width = question.range().max().subtract(least).max(BigDecimal.ONE);
      BigDecimal moved = limit.subtract(least).add(BigDecimal.valueOf(round)).remainder(width);
      // At the end of its range nothing could satisfy it, and it would be refused.
      return moved.signum() == 0 ? limit : moved.add(least);
    }
    List<String> choices = question.choices().stream().map(Question.Choice::id).toList();
    int at = choices.indexOf(value);
    return at < 0 ? value : choices.get((at + round) % choices.size());
  }
}
