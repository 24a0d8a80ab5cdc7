package dev.spotter.explain;

import dev.spotter.assess.Assessment;
import dev.spotter.rules.Action;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Cause;
import dev.spotter.vocabulary.RemedyKind;
import java.util.stream.Collectors;

/** What conclusions and actions are called, for people. */
final class Titles {
  private final RuleSet rules;

  Titles(RuleSet rules) {
    this.rules = rules;
  }

  String of(Asked asked) {
    return switch (asked.kind()) {
      case LEVEL -> "the level " + asked.id();
      case VERDICT -> "the verdict";
      case FLAG -> "the red flag " + asked.id();
      case CAUSE -> cause(asked.id());
      case REMEDY -> remedy(asked.id());
      case NOTES -> "the notes";
      case RULE -> "the rule \"" + asked.id() + "\"";
    };
  }

  String cause(String id) {
    Cause cause = rules.vocabulary().causes().get(id);
    return cause == null ? id : cause.title();
  }

  private String remedy(String id) {
    RemedyKind remedy = rules.vocabulary().remedies().get(id);
    return remedy == null ? id : remedy.title();
  }

  /** Where a cause stands among the others. */
  String standing(Assessment answer, Assessment.Cause cause) {
    int place = answer.causes().indexOf(cause) + 1;
    String kind = cause.subtypeTitle() == null ? "" : ", most like " + cause.subtypeTitle();
    return cause.likelihood()
        + kind
        + ", number "
        + place
        + " of "
        + answer.causes().size()
        + ", "
        + cause.points()
        + " points"
        + (cause.start() == 0 ? "" : ", of which " + cause.start() + " to start with");
  }

  /** What a rule does when it fires. */
  String does(Rule rule) {
    return rule.actions().stream().map(this::does).distinct().collect(Collectors.joining("; "));
  }

  private String does(Action action) {
    String first = action.calls().get(0).name();
    String subject = action.subject();
    return switch (action.type()) {
      case "Evidence" -> evidence(action, first);
      case "Referral" -> "raise " + subject + ": " + first;
      case "Remedy" -> "advise " + remedy(subject);
      case "Withhold" -> "withhold " + (first.equals("kind") ? "all " + subject : remedy(subject));
      case "Conclusion" -> "say what is thought of " + cause(subject);
      default -> "say: " + subject;
    };
  }

  private String evidence(Action action, String first) {
    String strength =
        action.calls().stream()
            .skip(1)
            .map(Action.Call::name)
            .filter(n -> n.endsWith("ly"))
            .findFirst()
            .orElse("");
    String group = action.argument("group");
    return "speak "
        + strength
        + (first.equals("supports") ? " for " : " against ")
        + cause(action.subject())
        + (group == null ? "" : " (group " + group + ")");
  }
}
