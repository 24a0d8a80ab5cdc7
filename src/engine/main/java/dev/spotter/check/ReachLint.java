package dev.spotter.check;

import dev.spotter.rules.Action;
import dev.spotter.rules.Checked;
import dev.spotter.rules.Condition.Op;
import dev.spotter.rules.Condition.Operand;
import dev.spotter.rules.Condition.Test;
import dev.spotter.rules.Diagnostic;
import dev.spotter.rules.Diagnostic.Code;
import dev.spotter.rules.Pattern;
import dev.spotter.rules.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules that cannot fire, because nothing makes what they wait for. */
final class ReachLint implements Lint {

  @Override
  public void look(Checked folder, List<Diagnostic> found) {
    Reach reach = Reach.of(folder);
    for (Rule rule : folder.rules()) {
      for (Pattern pattern : rule.patterns()) {
        switch (pattern.type()) {
          case "Likelihood" -> likelihood(folder, reach, rule, pattern, found);
          case "Triage" -> triage(folder, reach, rule, pattern, found);
          case "Verdict" -> verdict(folder, reach, rule, pattern, found);
          default -> {
            // Answers can be given, measures can be logged.
          }
        }
      }
    }
  }

  private static void likelihood(
      Checked folder, Reach reach, Rule rule, Pattern pattern, List<Diagnostic> found) {
    Optional<String> cause = words(pattern, "cause").findFirst();
    if (cause.isEmpty()) {
      return;
    }
    pattern
        .tests()
        .filter(t -> t.field().equals("level") && asks(t, "likely"))
        .filter(t -> !reach.likely().contains(cause.get()))
        .forEach(
            t ->
                found.add(
                    never(
                        folder,
                        rule,
                        t,
                        "no evidence can make " + cause.get() + " likely, so this never fires",
                        "write rules with Evidence.supports(\"" + cause.get() + "\")")));
    pattern
        .tests()
        .filter(t -> t.field().equals("subtype") && t.op() == Op.EQ)
        .filter(t -> t.operands().get(0).value() != null)
        .filter(t -> !reach.subtypes().contains(cause.get() + "/" + t.operands().get(0).value()))
        .forEach(
            t ->
                found.add(
                    never(
                        folder,
                        rule,
                        t,
                        "no evidence for "
                            + cause.get()
                            + " marks "
                            + t.operands().get(0)
                            + ", so this never fires",
                        "add .subtype("
                            + t.operands().get(0)
                            + ") to the evidence that speaks for it")));
  }

  private static Diagnostic never(
      Checked folder, Rule rule, Test test, String message, String help) {
    return folder.finding(Code.UNREACHABLE, rule.file(), test.offset(), message, help);
  }

  private static void triage(
      Checked folder, Reach reach, Rule rule, Pattern pattern, List<Diagnostic> found) {
    pattern
        .tests()
        .filter(t -> t.field().equals("level"))
        .filter(t -> asks(t, null) && !t.operands().isEmpty())
        .filter(t -> t.operands().stream().noneMatch(o -> reach.levels().contains(text(o))))
        .forEach(
            t ->
                found.add(
                    never(
                        folder,
                        rule,
                        t,
                        "no Referral asks for this level, so this never fires",
                        "the levels that rules ask for are "
                            + String.join(", ", reach.levels().stream().sorted().toList()))));
  }

  private static void verdict(
      Checked folder, Reach reach, Rule rule, Pattern pattern, List<Diagnostic> found) {
    pattern
        .tests()
        .filter(t -> t.field().equals("leads") || t.field().equals("first"))
        .filter(t -> asks(t, null))
        .filter(t -> t.operands().stream().allMatch(o -> reach.unsupported().contains(text(o))))
        .forEach(
            t ->
                found.add(
                    never(
                        folder,
                        rule,
                        t,
                        "no evidence speaks for this cause, so it never leads",
                        "write rules with Evidence.supports(" + t.operands().get(0) + ")")));
  }

  /** True if a comparison asks for a value: for this one alone, or for any that it names. */
  private static boolean asks(Test test, @org.jspecify.annotations.Nullable String value) {
    boolean positive = test.op() == Op.EQ || test.op() == Op.IN;
    return positive
        && !test.againstNull()
        && (value == null || test.operands().stream().allMatch(o -> value.equals(o.value())));
  }

  private static java.util.stream.Stream<String> words(Pattern pattern, String field) {
    return pattern
        .tests()
        .filter(t -> t.field().equals(field) && t.op() == Op.EQ)
        .map(t -> text(t.operands().get(0)));
  }

  private static String text(Operand operand) {
    return String.valueOf(operand.value());
  }

  /**
   * What the findings of a folder can bring about.
   *
   * @param likely the causes that can become likely
   * @param unsupported the causes that nothing speaks for
   * @param subtypes {@code cause/subtype}
   * @param levels the levels that are asked for, and self-care
   */
  private record Reach(
      Set<String> likely, Set<String> unsupported, Set<String> subtypes, Set<String> levels) {

    static Reach of(Checked folder) {
      Reach reach =
          new Reach(
              new HashSet<>(),
              new HashSet<>(folder.vocabulary().causes().keySet()),
              new HashSet<>(),
              new HashSet<>(Set.of("self-care")));
      for (Rule rule : folder.rules()) {
        rule.actions().forEach(reach::add);
      }
      folder.vocabulary().causes().values().stream()
          .filter(c -> Ceiling.of(c, folder) >= folder.likely())
          .forEach(c -> reach.likely.add(c.id()));
      return reach;
    }

    private void add(Action action) {
      if (action.type().equals("Referral")) {
        levels.add(action.calls().get(0).name());
      }
      if (action.type().equals("Evidence") && action.calls().get(0).name().equals("supports")) {
        unsupported.remove(action.subject());
        String subtype = action.argument("subtype");
        if (subtype != null) {
          subtypes.add(action.subject() + "/" + subtype);
        }
      }
    }
  }
}
