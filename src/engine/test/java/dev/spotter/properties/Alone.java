package dev.spotter.properties;

import dev.spotter.assess.Assessment;
import dev.spotter.assess.FactView;
import dev.spotter.rules.Action;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One rule of a rule set, compiled without the others.
 *
 * @param rules the declares of the whole set and this rule
 */
record Alone(Rule rule, RuleSet rules) {

  static List<Alone> each(RuleSet all, Map<String, byte[]> files) {
    Map<String, byte[]> more = new TreeMap<>(files);
    more.put("names.drl", names(all).getBytes(StandardCharsets.UTF_8));
    return all.rules().stream()
        .parallel()
        .map(rule -> new Alone(rule, RuleSet.of(only(rule, all, more))))
        .toList();
  }

  /** A rule that never fires and names every flag and subtype, so that conditions may name them. */
  private static String names(RuleSet all) {
    StringBuilder text = new StringBuilder("package spotter\nimport dev.spotter.fact.*\n");
    text.append(
        "rule \"names\"\n  @source( \"house\" )\nwhen\n  Completeness( openCore < 0 )\nthen\n");
    for (Rule rule : all.rules()) {
      for (Action action : rule.actions()) {
        String subtype = action.argument("subtype");
        if (action.type().equals("Referral")) {
          text.append("  insert( Referral.soon(\"" + action.subject() + "\").because(\"-\") );\n");
        } else if (subtype != null) {
          text.append(
              "  insert( Evidence.supports(\""
                  + action.subject()
                  + "\").weakly().subtype(\""
                  + subtype
                  + "\").because(\"-\") );\n");
        }
      }
    }
    return text.append("end\n").toString();
  }

  /** The files with every other rule cut out; a rule ends where the next begins. */
  private static Map<String, byte[]> only(Rule kept, RuleSet all, Map<String, byte[]> files) {
    Map<String, byte[]> cut = new TreeMap<>();
    files.forEach(
        (name, bytes) ->
            cut.put(name, name.endsWith(".drl") ? cut(name, bytes, kept, all) : bytes));
    return cut;
  }

  private static byte[] cut(String file, byte[] bytes, Rule kept, RuleSet all) {
    String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n");
    List<Rule> here = all.rules().stream().filter(r -> r.file().equals(file)).toList();
    StringBuilder text = new StringBuilder();
    boolean in = true;
    for (int i = 0; i < lines.length; i++) {
      int line = i + 1;
      if (here.stream().anyMatch(r -> r.line() == line)) {
        in = kept.file().equals(file) && kept.line() == line;
      }
      text.append(in ? lines[i] : "").append('\n');
      if (lines[i].equals("end")) {
        in = true;
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** True if it fires for a client with these facts, who was answered so. */
  boolean fires(List<FactView> views, Assessment answer) {
    return new Sessionful(rules).fired(views, answer, null).contains(rule.name());
  }
}
