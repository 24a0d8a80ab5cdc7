package dev.spotter.check;

import dev.spotter.rules.Action;
import dev.spotter.rules.Checked;
import dev.spotter.rules.Diagnostic;
import dev.spotter.rules.Diagnostic.Code;
import dev.spotter.rules.Rule;
import dev.spotter.vocabulary.Cause;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Suggestion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Declarations that no rule serves, and questions and sources that nothing reads. */
final class IdleLint implements Lint {

  @Override
  public void look(Checked folder, List<Diagnostic> found) {
    folder.vocabulary().causes().values().forEach(c -> cause(folder, c, found));
    remedies(folder, found);
    unread(folder, found);
  }

  private static Stream<Action> actions(Checked folder, String type) {
    return folder.rules().stream()
        .flatMap(r -> r.actions().stream())
        .filter(a -> a.type().equals(type));
  }

  private static void cause(Checked folder, Cause cause, List<Diagnostic> found) {
    Set<String> groups = new TreeSet<>();
    boolean supported = false;
    for (Action action : actions(folder, "Evidence").toList()) {
      if (action.subject().equals(cause.id()) && action.calls().get(0).name().equals("supports")) {
        supported = true;
        String group = action.argument("group");
        if (group != null) {
          groups.add(group);
        }
      }
    }
    if (!supported) {
      found.add(
          folder.declared(
              Code.IDLE,
              "cause " + cause.id(),
              "no rule speaks for the cause "
                  + cause.id()
                  + ", so it is never more than it starts with",
              "write a rule with Evidence.supports(\"" + cause.id() + "\"), or drop the declare"));
    }
    groups(folder, cause, "leadsWith", cause.leadsWith(), groups, found);
    groups(folder, cause, "likelyWith", cause.likelyWith(), groups, found);
  }

  private static void groups(
      Checked folder,
      Cause cause,
      String key,
      Set<String> named,
      Set<String> groups,
      List<Diagnostic> found) {
    for (String group : named) {
      if (!groups.contains(group)) {
        found.add(
            folder.declared(
                Code.IDLE,
                key + " " + cause.id(),
                "no evidence for " + cause.id() + " is of the group '" + group + "'",
                Suggestion.among(group, groups)));
      }
    }
  }

  private static void remedies(Checked folder, List<Diagnostic> found) {
    Set<String> given = new HashSet<>();
    actions(folder, "Remedy").forEach(a -> given.add(a.subject()));
    for (String id : folder.vocabulary().remedies().keySet()) {
      if (!given.contains(id)) {
        found.add(
            folder.declared(
                Code.IDLE,
                "remedy " + id,
                "no rule advises the remedy " + id,
                "write a rule with Remedy.of(\"" + id + "\"), or drop the declare"));
      }
    }
  }

  private static void unread(Checked folder, List<Diagnostic> found) {
    Set<String> read = new HashSet<>();
    Set<String> cited = new HashSet<>();
    for (Rule rule : folder.rules()) {
      rule.reads().forEach(r -> read.add(Character.toLowerCase(r.charAt(0)) + r.substring(1)));
      cited.addAll(rule.sources());
    }
    for (Question question : folder.vocabulary().questions()) {
      if (!read.contains(question.id()) && question.needed() == null) {
        found.add(
            folder.declared(
                Code.UNREAD,
                "question " + question.id(),
                "no rule reads " + question.id(),
                "it is asked for nothing, unless a text or another question's @when uses it"));
      }
    }
    folder.citations().stream()
        .filter(key -> !cited.contains(key))
        .forEach(
            key ->
                found.add(
                    new Diagnostic(
                        Code.UNREAD,
                        "sources.yaml",
                        Lines.of(folder.files().files().get("sources.yaml"), key + ":"),
                        1,
                        "no rule cites the source " + key,
                        "name it in a rule's @source, or drop it",
                        null)));
  }
}
