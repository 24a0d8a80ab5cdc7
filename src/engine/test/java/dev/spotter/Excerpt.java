package dev.spotter;

import dev.spotter.rules.Action;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Rule files with most of their rules cut out, so that few rules compile alone. */
public final class Excerpt {
  private final RuleSet all;
  private final Map<String, byte[]> files;

  public Excerpt(RuleSet all, Map<String, byte[]> files) {
    this.all = all;
    this.files = new TreeMap<>(files);
    this.files.put("names.drl", names().getBytes(StandardCharsets.UTF_8));
  }

  /** All declares, and the rules wanted. */
  public Map<String, byte[]> with(Predicate<Rule> wanted) {
    Map<String, byte[]> cut = new TreeMap<>();
    files.forEach(
        (name, bytes) -> cut.put(name, name.endsWith(".drl") ? cut(name, bytes, wanted) : bytes));
    return cut;
  }

  /** A rule that never fires and names every flag and subtype, so that conditions may name them. */
  private String names() {
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

  /** A rule ends with its first line that is end alone. */
  private byte[] cut(String file, byte[] bytes, Predicate<Rule> wanted) {
    String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n");
    List<Rule> here = all.rules().stream().filter(r -> r.file().equals(file)).toList();
    StringBuilder text = new StringBuilder();
    boolean in = true;
    for (int i = 0; i < lines.length; i++) {
      int line = i + 1;
      for (Rule rule : here) {
        if (rule.line() == line) {
          in = wanted.test(rule);
        }
      }
      text.append(in ? lines[i] : "").append('\n');
      if (lines[i].equals("end")) {
        in = true;
      }
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
