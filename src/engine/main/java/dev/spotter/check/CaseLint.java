package dev.spotter.check;

import dev.spotter.cases.Case;
import dev.spotter.cases.CaseFile;
import dev.spotter.rules.Checked;
import dev.spotter.rules.Diagnostic;
import dev.spotter.rules.Diagnostic.Code;
import dev.spotter.rules.Rule;
import dev.spotter.vocabulary.Suggestion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The law, as far as it can be read: every rule has a case that fires it and one that does not. */
final class CaseLint implements Lint {
  private static final int MANY = 20;

  @Override
  public void look(Checked folder, List<Diagnostic> found) {
    List<Case> cases = new ArrayList<>();
    Set<String> broken = new HashSet<>();
    folder
        .files()
        .files()
        .forEach(
            (name, bytes) -> {
              if (name.endsWith(".cases.yaml")) {
                try {
                  cases.addAll(CaseFile.read(name, bytes));
                } catch (IllegalArgumentException e) {
                  broken.add(name.replace(".cases.yaml", ".drl"));
                  found.add(Complaint.in(name, bytes, e));
                }
              }
            });
    Set<String> fires = new HashSet<>();
    Set<String> silent = new HashSet<>();
    for (Case each : cases) {
      fires.addAll(each.expected().fires());
      each.misses().forEach(m -> silent.addAll(m.expected().silent()));
    }
    folder.rules().stream()
        .filter(r -> !broken.contains(r.file()))
        .forEach(r -> untried(folder, r, fires, silent, found));
    if (folder.sound()) {
      strangers(folder, cases, found);
    }
  }

  private static void untried(
      Checked folder, Rule rule, Set<String> fires, Set<String> silent, List<Diagnostic> found) {
    String beside = rule.file().replace(".drl", ".cases.yaml");
    if (!fires.contains(rule.name())) {
      found.add(
          folder.finding(
              Code.UNTRIED,
              rule,
              "no case has the rule \"" + rule.name() + "\" fire",
              "add a case to " + beside + " with fires: [ \"" + rule.name() + "\" ]"));
    } else if (!silent.contains(rule.name())) {
      found.add(
          folder.finding(
              Code.UNTRIED,
              rule,
              "no near miss silences the rule \"" + rule.name() + "\"",
              "add to its case in "
                  + beside
                  + " a changed answer (but:) and then: { silent: [ \""
                  + rule.name()
                  + "\" ] }"));
    }
  }

  private static void strangers(Checked folder, List<Case> cases, List<Diagnostic> found) {
    Set<String> names = new HashSet<>();
    folder.rules().forEach(r -> names.add(r.name()));
    int before = found.size();
    for (Case each : cases) {
      Set<String> named = new HashSet<>(each.expected().fires());
      named.addAll(each.expected().silent());
      each.misses()
          .forEach(
              m -> {
                named.addAll(m.expected().fires());
                named.addAll(m.expected().silent());
              });
      named.removeAll(names);
      for (String name : named) {
        // Where most rules are gone, nothing near can be meant, and looking for it takes long.
        found.add(stranger(folder, each, name, found.size() - before < MANY ? names : Set.of()));
      }
    }
  }

  private static Diagnostic stranger(Checked folder, Case each, String name, Set<String> names) {
    byte[] bytes = Objects.requireNonNull(folder.files().files().get(each.file()));
    Lines.Place place = Lines.find(bytes, name, each.line());
    return new Diagnostic(
        Code.CASES,
        each.file(),
        place.line(),
        place.column(),
        "there is no rule \"" + name + "\"",
        names.isEmpty() ? "rules are named letter by letter" : Suggestion.among(name, names),
        place.text());
  }
}
