package dev.spotter.book;

import dev.spotter.rules.Action;
import dev.spotter.rules.Rule;
import dev.spotter.rules.RuleSet;

/** Says in plain words what a rule does when it fires. */
final class ActionWords {
  private final RuleSet rules;
  private final Values values;
  private final TextWords texts;

  ActionWords(RuleSet rules, Values values, TextWords texts) {
    this.rules = rules;
    this.values = values;
    this.texts = texts;
  }

  Phrase say(Rule rule, Action action) {
    return switch (action.type()) {
      case "Evidence" -> evidence(new Finding(rule, action));
      case "Referral" ->
          Phrase.of("asks for ")
              .and(Phrase.strong(action.calls().get(0).name()))
              .and(", flag ")
              .and(Phrase.ref(action.subject(), Keys.flag(action.subject())))
              .and(": ")
              .and(text(action, "because"));
      case "Conclusion" ->
          Phrase.of("says of ")
              .and(values.cause(action.subject()))
              .and(": ")
              .and(text(action, "says"));
      case "Remedy" ->
          Phrase.of("advises ")
              .and(remedy(action.subject()))
              .and(": ")
              .and(text(action, "advice"))
              .and(because(action));
      case "Withhold" -> Phrase.of("withholds ").and(withheld(action)).and(because(action));
      default -> Phrase.of(noteKind(action) + ": ").and(note(action)).and(because(action));
    };
  }

  private Phrase evidence(Finding finding) {
    Phrase said =
        Phrase.of(finding.supports() ? "speaks for " : "speaks against ")
            .and(values.cause(finding.action().subject()))
            .and(", ")
            .and(Phrase.strong(Levels.word(finding.strength())))
            .and(" (" + points(finding) + " points");
    said = finding.observed() ? said.and(", scaled by who saw it)") : said.and(")");
    if (finding.group() != null) {
      said = said.and(", group “" + finding.group() + "”");
    }
    if (finding.subtype() != null) {
      said = said.and(", kind “" + rules.subtypeTitle(finding.subtype()) + "”");
    }
    return said.and(": ").and(texts.say(finding.because()));
  }

  int points(Finding finding) {
    return rules.scale().points().getOrDefault(finding.strength(), 0);
  }

  /** A remedy by its title. */
  Phrase remedy(String id) {
    var remedy = rules.vocabulary().remedies().get(id);
    return Phrase.ref(remedy == null ? id : remedy.title(), Keys.remedy(id));
  }

  private Phrase withheld(Action action) {
    return action.calls().get(0).name().equals("kind")
        ? Phrase.of("every remedy of the kind ")
            .and(Phrase.ref(action.subject(), Keys.kind(action.subject())))
        : remedy(action.subject());
  }

  static String noteKind(Action action) {
    return switch (action.calls().get(0).name()) {
      case "safetyNet" -> "safety net";
      case "recheck" -> "look at it again";
      default -> "note";
    };
  }

  /** The words of a note; for a recheck, when. */
  Phrase note(Action action) {
    return noteKind(action).equals("look at it again")
        ? Phrase.of(
            "after "
                + action.subject().replace("d", "")
                + " days, or earlier if another rule says so")
        : texts.say(action.subject());
  }

  /** A text of the action with its places named. */
  Phrase text(Action action, String call) {
    String text = action.argument(call);
    return text == null ? Phrase.EMPTY : texts.say(text);
  }

  private Phrase because(Action action) {
    Phrase because = text(action, "because");
    return because.isEmpty() ? because : Phrase.of(" (because ").and(because).and(")");
  }
}
