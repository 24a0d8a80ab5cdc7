package dev.spotter.bench.peer;

import dev.spotter.bench.Inputs;
import dev.spotter.intake.Intake;
import dev.spotter.rules.HandWritten;
import dev.spotter.rules.Insertion;
import dev.spotter.rules.Pattern;
import dev.spotter.rules.Recording;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Section;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What every engine can express: the rules that read a client's answers alone, and which of them
 * fire.
 *
 * @param rules with nothing else in it; a rule's order is its number
 */
public record Common(RuleSet rules) {

  /** The common part of the shipped rules. */
  public static Common of(RuleSet shipped) {
    Set<String> answers =
        shipped.vocabulary().sections().stream().map(Section::type).collect(Collectors.toSet());
    List<Rule> kept = new ArrayList<>();
    for (Rule rule : shipped.rules()) {
      if (rule.patterns().stream().allMatch(p -> plain(p, answers))) {
        kept.add(
            new Rule(
                rule.name(),
                rule.file(),
                rule.line(),
                kept.size(),
                rule.layer(),
                rule.sources(),
                rule.patterns(),
                rule.actions()));
      }
    }
    return new Common(shipped.asking(kept));
  }

  private static boolean plain(Pattern pattern, Set<String> answers) {
    return pattern.demand() == Pattern.Demand.MATCH && answers.contains(pattern.type());
  }

  List<Section> sections() {
    return rules.vocabulary().sections();
  }

  /** The clients, with nothing but their answers. */
  List<Recording> clients(RuleSet shipped, int count) {
    List<Intake> clients = Inputs.clients(shipped.vocabulary(), count);
    return Inputs.recorded(shipped, clients).stream()
        .map(r -> new Recording(r.sections(), List.of(), List.of()))
        .toList();
  }

  /** Spotter itself. */
  Peer spotter() {
    return client -> numbers(client.fireFindings(rules));
  }

  /** The same rules as Java. */
  Peer written() {
    RuleSet written = HandWritten.of(rules);
    return client -> numbers(client.fireFindings(written));
  }

  private static BitSet numbers(List<Insertion> insertions) {
    BitSet fired = new BitSet();
    insertions.forEach(i -> fired.set(i.rule().order()));
    return fired;
  }
}
