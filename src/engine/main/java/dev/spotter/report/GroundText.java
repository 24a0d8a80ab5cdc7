package dev.spotter.report;

import dev.spotter.explain.Answered;
import dev.spotter.explain.Ground;
import dev.spotter.rules.Citation;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Draws rules that fired, and remembers what they cite. */
final class GroundText {
  private final Map<String, Citation> cited = new TreeMap<>();

  List<Branch> branches(Collection<Ground> grounds) {
    return grounds.stream().map(this::branch).toList();
  }

  private Branch branch(Ground ground) {
    List<Branch> under = new ArrayList<>();
    ground.read().forEach(a -> under.add(Branch.of(answered(a), List.of())));
    ground.sources().forEach(c -> cited.put(c.key(), c));
    String sources = ground.sources().stream().map(Citation::key).collect(Collectors.joining(" "));
    if (!ground.file().isEmpty()) {
      under.add(
          Branch.faint(place(ground.rule(), ground.file(), ground.line()) + " [" + sources + "]"));
    }
    return Branch.of(does(ground) + ground.because(), under);
  }

  static String place(String rule, String file, int line) {
    return file + ":" + line + " \"" + rule + "\"";
  }

  private static String does(Ground ground) {
    return switch (ground.role()) {
      case REFERS -> ground.group() + " asks for " + ground.level() + ": ";
      case SUPPORTS -> points(ground, "+");
      case OPPOSES -> points(ground, "-");
      case CONCLUDES, NOTES -> "said: ";
      case ADVISES -> "advised because ";
      case WITHHOLDS -> "withheld: ";
    };
  }

  private static String points(Ground ground, String sign) {
    String group = ground.group() == null ? "" : ", group " + ground.group();
    String of = ground.counted() == ground.points() ? "" : " of " + ground.points();
    return sign + ground.counted() + of + " points" + group + ": ";
  }

  /** The question and the answer; behind them how a rule names them. */
  static String answered(Answered answer) {
    String ask = answer.ask().strip();
    String mark = ask.endsWith("?") || ask.endsWith(":") ? " " : ": ";
    String value = Reasons.shown(answer.value());
    boolean plain =
        answer.value() == null || answer.said().equals(value) || answer.value() instanceof Number;
    return ask + mark + answer.said() + " (" + answer.id() + (plain ? "" : " = " + value) + ")";
  }

  /** The citations in full, each once. */
  void sources(Lines out) {
    if (cited.isEmpty()) {
      return;
    }
    out.blank().line("Sources");
    cited
        .values()
        .forEach(
            c ->
                out.item(
                    2,
                    c.key() + ": ",
                    c.citation()
                        + (c.doi() == null || c.citation().contains(c.doi())
                            ? ""
                            : " doi:" + c.doi())));
  }
}
