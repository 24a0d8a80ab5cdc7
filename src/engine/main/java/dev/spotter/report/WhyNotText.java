package dev.spotter.report;

import dev.spotter.explain.Answered;
import dev.spotter.explain.Change;
import dev.spotter.explain.Part.Way;
import dev.spotter.explain.Silent;
import dev.spotter.explain.Stand;
import dev.spotter.explain.WhyNot;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws why something was not concluded, for people: the rules that were silent, and why. */
public final class WhyNotText {
  private final Ink ink;
  private final int most;

  /**
   * @param most how many silent rules are shown, the nearest to firing
   */
  public WhyNotText(Ink ink, int most) {
    this.ink = ink;
    this.most = most;
  }

  /**
   * One client's missing conclusions.
   *
   * @param id the client's id
   */
  public String write(String id, List<WhyNot> whyNots) {
    Lines out = new Lines();
    GroundText grounds = new GroundText();
    out.line(ink.bold(id) + ": why not");
    for (WhyNot whyNot : whyNots) {
      out.blank();
      out.line(ink.bold(whyNot.title()) + (whyNot.so() ? ": but it is so; ask spotter why" : ""));
      whyNot.said().forEach(s -> out.item(2, "", s));
      if (!whyNot.so()) {
        against(out, whyNot, grounds);
        silent(out, whyNot);
        whyNot.goals().forEach(g -> goal(out, g, whyNot));
      }
    }
    grounds.sources(out);
    return out.toString();
  }

  private void against(Lines out, WhyNot whyNot, GroundText grounds) {
    if (!whyNot.grounds().isEmpty()) {
      out.blank();
      Branch.of("What keeps it away", grounds.branches(whyNot.grounds())).draw(out, ink);
    }
  }

  private void silent(Lines out, WhyNot whyNot) {
    int count = whyNot.silent().size();
    boolean one = count == 1;
    if (count > 1) {
      out.blank();
      out.line(count + " rules could make it so and did not fire, the nearest to firing first:");
    }
    for (Silent rule : whyNot.silent().subList(0, Math.min(most, count))) {
      out.blank();
      rule(rule, one).draw(out, ink);
    }
    if (count > most) {
      out.blank().line("and " + (count - most) + " more, with --all");
    }
  }

  /** Of one rule alone the conditions that hold are shown too. */
  private static Branch rule(Silent rule, boolean all) {
    List<Branch> under = new ArrayList<>();
    String mark = "fails first: ";
    for (Stand condition : rule.conditions()) {
      if (!condition.holds()) {
        under.add(condition(mark, condition));
        mark = "fails too: ";
      } else if (all) {
        under.add(Branch.faint("holds: " + written(condition)));
      }
    }
    long held = rule.conditions().stream().filter(Stand::holds).count();
    if (!all && held > 0) {
      under.add(Branch.faint(held + (held == 1 ? " other condition holds" : " others hold")));
    }
    if (rule.failed().isEmpty()) {
      under.add(
          Branch.of(
              "all that can be told of it holds, so it fails by code of its own (--trust-code)",
              List.of()));
    }
    return Branch.of(
        GroundText.place(rule.rule(), rule.file(), rule.line()) + " would " + rule.does(), under);
  }

  private static Branch condition(String mark, Stand condition) {
    List<Branch> under =
        several(condition)
            ? condition.parts().stream()
                .map(p -> condition(p.holds() ? "holds: " : "fails: ", p))
                .toList()
            : condition.read().stream().map(a -> Branch.faint(GroundText.answered(a))).toList();
    boolean any = several(condition) && condition.way() == Way.ANY;
    String joint = any ? " (one of these must hold)" : "";
    return Branch.of(mark + written(condition) + joint, under);
  }

  /** True if its parts are worth showing: not where all of them look at one and the same value. */
  private static boolean several(Stand condition) {
    return !condition.parts().isEmpty() && condition.read().size() > 1;
  }

  /** A condition in the words of rules, and the values that it met. */
  private static String written(Stand condition) {
    if (several(condition)) {
      return condition.written();
    }
    String here =
        condition.read().stream()
            .map(a -> field(a) + " = " + value(a.value()))
            .collect(Collectors.joining(", "));
    return condition.written() + (here.isEmpty() ? "" : ", here " + here);
  }

  private static String field(Answered answer) {
    return answer.id().substring(answer.id().lastIndexOf('.') + 1);
  }

  private static String value(@Nullable Object value) {
    return value instanceof String word
        ? '"' + word + '"'
        : value == null ? "null" : String.valueOf(value);
  }

  private void goal(Lines out, String goal, WhyNot whyNot) {
    List<Change> changes = whyNot.changes().stream().filter(c -> c.goal().equals(goal)).toList();
    out.blank();
    if (changes.isEmpty()) {
      out.line(ink.bold("No single answer would change it") + " (" + goal + ")");
      return;
    }
    out.line(ink.bold("One answer that would change it") + " (" + goal + ")");
    for (Change change : changes) {
      String ask = change.ask().strip();
      out.item(
          2,
          "* ",
          ask
              + (ask.endsWith("?") ? " " : ": ")
              + String.join("; or ", change.said())
              + " ("
              + change.question()
              + (change.answers().isEmpty() ? "" : " = " + ids(change))
              + level(change, whyNot)
              + ")");
    }
  }

  private static String level(Change change, WhyNot whyNot) {
    return change.level() == whyNot.level() ? "" : "; the level would be " + change.level().word();
  }

  private static String ids(Change change) {
    return change.answers().stream().map(Reasons::shown).collect(Collectors.joining(" or "));
  }
}
