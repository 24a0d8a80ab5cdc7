package dev.spotter.rules;

import dev.spotter.rules.Action.Call;
import dev.spotter.rules.Diagnostic.Code;
import dev.spotter.rules.FactTypes.Holds;
import dev.spotter.rules.Rule.Layer;
import dev.spotter.vocabulary.Suggestion;
import dev.spotter.vocabulary.Vocabulary;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks up every name and text that a rule's actions use, and whether its layer may use them. */
final class ActionMeaning {
  private static final Map<Layer, Set<String>> ALLOWED =
      Map.of(
          Layer.FINDING, Set.of("Evidence", "Referral", "Withhold", "Note"),
          Layer.ADVICE, Set.of("Conclusion", "Remedy", "Withhold", "Note"));
  private static final Set<String> STRENGTHS =
      Set.of("decisively", "strongly", "moderately", "weakly");
  private static final Set<String> TEXTS = Set.of("because", "says", "advice", "safetyNet");

  private final Vocabulary vocabulary;
  private final FactTypes types;
  private final @Nullable Set<String> words;
  private final SourceFile file;
  private final Set<String> doubts;
  private final List<Diagnostic> problems;

  /**
   * @param words the words that texts may use, or null where they cannot be known
   * @param doubts what a broken declare may have declared
   */
  ActionMeaning(
      Vocabulary vocabulary,
      @Nullable Set<String> words,
      SourceFile file,
      Set<String> doubts,
      List<Diagnostic> problems) {
    this.doubts = doubts;
    this.vocabulary = vocabulary;
    this.types = new FactTypes(vocabulary);
    this.words = words;
    this.file = file;
    this.problems = problems;
  }

  /**
   * @param layer the rule's, or null where it cannot be told
   */
  void check(Action action, @Nullable Layer layer) {
    int offset = action.calls().get(0).offset();
    if (layer != null && !ALLOWED.getOrDefault(layer, Set.of()).contains(action.type())) {
      problem(
          Code.LAYER,
          offset,
          layer == Layer.FINDING
              ? "a rule that reads only answers cannot insert " + action.type()
              : "a rule that reads what was weighed cannot insert " + action.type(),
          layer == Layer.FINDING
              ? "let it read a Likelihood, the Triage or the Verdict too"
              : "evidence and referrals come before the weighing: read answers only");
    }
    switch (action.type()) {
      case "Evidence" -> evidence(action, offset);
      case "Referral" -> needs(action, offset, "because");
      case "Conclusion" -> {
        known("cause", action.subject(), vocabulary.causes().keySet(), offset);
        needs(action, offset, "says");
      }
      case "Remedy" -> {
        known("remedy", action.subject(), vocabulary.remedies().keySet(), offset);
        needs(action, offset, "advice");
      }
      case "Withhold" -> withhold(action, offset);
      default -> note(action, offset);
    }
    action.calls().forEach(this::text);
  }

  private void evidence(Action action, int offset) {
    known("cause", action.subject(), vocabulary.causes().keySet(), offset);
    needs(action, offset, "because");
    if (action.calls().stream().filter(c -> STRENGTHS.contains(c.name())).count() != 1) {
      problem(
          Code.GRAMMAR,
          offset,
          "evidence has one strength",
          "add .strongly(), .moderately(), .weakly() or .decisively()");
    }
  }

  private void withhold(Action action, int offset) {
    needs(action, offset, "because");
    if (action.calls().get(0).name().equals("remedy")) {
      known("remedy", action.subject(), vocabulary.remedies().keySet(), offset);
    } else {
      known(
          "kind of remedy",
          action.subject(),
          Set.of("self-treatment", "training", "safety", "referral"),
          offset);
    }
  }

  private void note(Action action, int offset) {
    if (action.calls().get(0).name().equals("recheck")
        && !action.subject().matches("[1-9]\\d{0,2}d")) {
      problem(
          Code.UNKNOWN_VALUE,
          offset,
          "'" + action.subject() + "' is not a number of days",
          "write \"3d\"");
    }
  }

  private void needs(Action action, int offset, String call) {
    String text = action.argument(call);
    if (text == null || text.isBlank()) {
      problem(Code.GRAMMAR, offset, "this says no " + call, "add ." + call + "(\"...\")");
    }
  }

  private void known(String what, String id, Collection<String> ids, int offset) {
    // A cause or remedy may be what a broken declare, of whatever name, was to declare.
    boolean doubtful = doubts.stream().anyMatch(d -> !d.contains("."));
    if (!ids.contains(id) && !doubtful) {
      problem(
          Code.UNKNOWN_NAME,
          offset,
          "there is no " + what + " '" + id + "'",
          Suggestion.among(id, ids));
    }
  }

  private void text(Call call) {
    String text = call.argument();
    if (text == null || !TEXTS.contains(call.name())) {
      return;
    }
    Template template = Template.of(text);
    parts(template, call.offset());
    boolean values = template.values().findAny().isPresent();
    if (values && template.fallback() == null) {
      problem(
          Code.PLACEHOLDER,
          call.offset(),
          "the text does not say what to show if the value is not known",
          "add ' | ' and a text without it");
    }
    if (template.fallback() != null) {
      parts(template.fallback(), call.offset());
      boolean strange = template.parts().stream().anyMatch(Template.Strange.class::isInstance);
      if ((!values && !strange) || template.fallback().values().findAny().isPresent()) {
        problem(
            Code.PLACEHOLDER,
            call.offset(),
            "what follows ' | ' stands in for absent values, and has none itself",
            "keep values before the bar");
      }
    }
  }

  private void parts(Template template, int offset) {
    for (Template.Part part : template.parts()) {
      if (part instanceof Template.Strange strange) {
        problem(
            Code.PLACEHOLDER,
            offset,
            "{" + strange.text() + "} is not a place to fill",
            "write {Workout.topLoadKg}, {50% of History.topLoadKg}, {+3d} or {words.emergencyNumber}");
      } else if (part instanceof Template.Word word
          && words != null
          && !words.contains(word.key())) {
        problem(
            Code.PLACEHOLDER,
            offset,
            "messages.yaml has no word " + word.key(),
            Suggestion.among(word.key(), words));
      } else if (part instanceof Template.Value value) {
        value(value, offset);
      }
    }
  }

  private void value(Template.Value value, int offset) {
    Map<String, FactTypes.FieldType> fields = types.fields(value.type());
    if (doubts.contains(value.type()) || doubts.contains(value.type() + "." + value.field())) {
      return;
    }
    if (fields == null
        || !fields.containsKey(value.field())
        || FactTypes.WEIGHED.contains(value.type())) {
      problem(
          Code.PLACEHOLDER,
          offset,
          "there is no value " + value.type() + "." + value.field(),
          "name a question or a measure of the History");
    } else if (value.percent() != null
        && fields.get(value.field()).holds() != Holds.DECIMAL
        && fields.get(value.field()).holds() != Holds.WHOLE) {
      problem(
          Code.PLACEHOLDER,
          offset,
          value.field() + " is not a number to take a share of",
          "write {" + value.type() + "." + value.field() + "}");
    }
  }

  private void problem(Code code, int offset, String message, @Nullable String help) {
    problems.add(file.problem(code, offset, message, help));
  }
}
