package dev.spotter.check;

import dev.spotter.prove.SafetyFile;
import dev.spotter.rules.Checked;
import dev.spotter.rules.Diagnostic;
import dev.spotter.rules.RuleFiles;
import dev.spotter.rules.RuleSet;
import dev.spotter.rules.RulesRefused;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Checks a folder of rules: all that is wrong with all of its files, at once. */
public final class Check {
  /** What can be said rule by rule, whatever is wrong elsewhere. */
  private static final List<Lint> EACH =
      List.of(new ConditionLint(), new SameLint(), new UnsaidLint());

  /** What can be said only if every rule and declare could be read. */
  private static final List<Lint> WHOLE = List.of(new ReachLint(), new IdleLint(), new GroupLint());

  private Check() {}

  /**
   * Reads, checks and compiles a folder; no rule is run.
   *
   * @return errors, warnings and hints, by file and place; never null
   */
  public static Findings of(RuleFiles files) {
    Checked folder = Checked.of(files);
    List<Diagnostic> found = new ArrayList<>(folder.problems());
    EACH.forEach(l -> l.look(folder, found));
    new CaseLint().look(folder, found);
    if (folder.sound()) {
      WHOLE.forEach(l -> l.look(folder, found));
      compile(folder, found);
    }
    found.sort(Diagnostic.BY_PLACE);
    return new Findings(
        files.origin(), folder.rules().size(), List.copyOf(new LinkedHashSet<>(found)));
  }

  private static void compile(Checked folder, List<Diagnostic> found) {
    try {
      RuleSet rules = folder.compiled();
      SafetyFile.of(rules);
    } catch (RulesRefused e) {
      found.addAll(e.diagnostics());
    } catch (IllegalArgumentException e) {
      byte[] bytes = folder.files().files().getOrDefault(SafetyFile.NAME, new byte[0]);
      found.add(Complaint.in(SafetyFile.NAME, bytes, e));
    }
  }
}
