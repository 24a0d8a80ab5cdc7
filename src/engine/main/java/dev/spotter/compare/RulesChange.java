package dev.spotter.compare;

import dev.spotter.prove.SafetyFile;
import dev.spotter.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * All that differs between two states of the rules, as the loader checked them: layout, comments,
 * files and the order of conditions make no difference. Immutable.
 *
 * @param invariants what became of invariants; losses first
 * @param edits rules in the order of the old ones, new rules, then everything else
 * @param renamed new names of rules by old ones
 * @param same how many rules are what they were
 */
public record RulesChange(
    List<InvariantEdit> invariants, List<Edit> edits, Map<String, String> renamed, int same) {

  public RulesChange {
    invariants = List.copyOf(invariants);
    edits = List.copyOf(edits);
    renamed = Map.copyOf(renamed);
  }

  /**
   * Compares two states.
   *
   * @throws IllegalArgumentException if a safety.yaml is not understood, with line and advice
   */
  public static RulesChange between(RuleSet before, RuleSet after) {
    RuleEdits rules = new RuleEdits(before, after);
    List<Edit> edits = new ArrayList<>(rules.edits());
    int same =
        before.rules().size()
            - (int) rules.edits().stream().filter(e -> e.kind() != Edit.Kind.ADDED).count();
    edits.addAll(VocabularyEdits.of(before, after));
    return new RulesChange(
        InvariantEdit.of(SafetyFile.of(before), SafetyFile.of(after)),
        edits,
        rules.renamed(),
        same);
  }

  /** True if an invariant was removed or may have become weaker. */
  public boolean losesInvariant() {
    return invariants.stream().anyMatch(i -> i.fate().loss());
  }
}
