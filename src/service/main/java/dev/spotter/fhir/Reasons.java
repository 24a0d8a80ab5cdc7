package dev.spotter.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spotter.assess.Assessment;
import dev.spotter.assess.Item;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes an assessment as Parameters: the answer, and every rule, source and fact behind it. */
final class Reasons {
  private final Form form;

  Reasons(Form form) {
    this.form = form;
  }

  ObjectNode write(Assessment answer) {
    ObjectNode parameters = Json.resource("Parameters").put("id", "output");
    Part out = new Part(parameters.putArray("parameter"));
    out.code("level", answer.triage().level().word());
    out.code("verdict", answer.verdict());
    out.string("ruleSet", answer.ruleSet());
    if (answer.triage().recheck() != null) {
      out.add("recheck").put("valueDate", answer.triage().recheck().toString());
    }
    triage(answer.triage(), out);
    answer.causes().forEach(c -> cause(c, out.parts("cause")));
    answer.remedies().forEach(r -> remedy(r, out.parts("remedy")));
    answer.withheld().forEach(w -> withheld(w, out.parts("withheld")));
    answer.nextQuestions().forEach(n -> next(n, out.parts("nextQuestion")));
    answer.notes().forEach(n -> note(n, out.parts("note")));
    return parameters;
  }

  private void triage(Assessment.Triage triage, Part out) {
    for (int i = 0; i < triage.because().size(); i++) {
      Part referral = out.parts("referral");
      Item item = triage.because().get(i);
      referral.code("level", triage.levels().get(i).word());
      referral.code("flag", item.group());
      reason(item, referral);
    }
    out.strings("unanswered", triage.unanswered());
    out.strings("safetyNet", triage.safetyNet());
  }

  private void cause(Assessment.Cause cause, Part out) {
    out.code("id", cause.id());
    out.string("title", cause.title());
    out.code("likelihood", cause.likelihood());
    out.code("subtype", cause.subtype());
    out.string("subtypeTitle", cause.subtypeTitle());
    out.integer("points", cause.points());
    out.integer("standing", cause.standing());
    out.integer("start", cause.start());
    out.strings("lacks", cause.lacks());
    out.string("conclusion", cause.conclusion());
    cause.conclusions().forEach(i -> reason(i, out.parts("concluded")));
    cause.supporting().forEach(i -> evidence(i, out.parts("for")));
    cause.opposing().forEach(i -> evidence(i, out.parts("against")));
    out.strings("unknown", cause.unknown());
  }

  private void evidence(Item item, Part out) {
    out.code("group", item.group());
    out.integer("points", item.points());
    out.integer("counted", item.counted());
    reason(item, out);
  }

  private void reason(Item item, Part out) {
    out.string("rule", item.rule());
    out.string("because", item.because());
    out.strings("source", item.sources());
    item.facts().forEach((id, value) -> fact(id, value, out.parts("fact")));
  }

  private void fact(String id, @Nullable Object value, Part out) {
    out.string("id", id);
    if (value instanceof Set<?> ticked) {
      Collection<String> sorted = new TreeSet<>();
      ticked.forEach(t -> sorted.add(String.valueOf(t)));
      (ticked.isEmpty() ? List.of("none") : sorted).forEach(t -> out.code("value", t));
    } else if (value instanceof Integer whole) {
      out.integer("value", whole);
    } else if (value instanceof Double number) {
      out.add("value").put("valueDecimal", BigDecimal.valueOf(number));
    } else if (value == null) {
      absent(id, out);
    } else {
      out.string("value", value.toString());
    }
  }

  /** A rule may read that nobody was asked, or that the log does not tell. */
  private void absent(String id, Part out) {
    out.add("value")
        .putObject("_valueString")
        .putArray("extension")
        .add(
            Json.extension(Urls.ABSENT)
                .put("valueCode", form.item(id) == null ? "unknown" : "not-asked"));
  }

  private void remedy(Assessment.Remedy remedy, Part out) {
    out.code("id", remedy.id());
    out.string("title", remedy.title());
    out.code("kind", remedy.kind());
    out.strings("advice", remedy.advice());
    remedy.reasons().forEach(i -> reason(i, out.parts("reason")));
  }

  private static void withheld(Assessment.Withheld withheld, Part out) {
    out.code("id", withheld.id());
    out.string("title", withheld.title());
    out.string("because", withheld.because());
    out.string("rule", withheld.rule());
  }

  private static void next(Assessment.Next next, Part out) {
    out.string("linkId", next.id());
    out.string("ask", next.ask());
    out.string("because", next.because());
  }

  private static void note(Assessment.Noted note, Part out) {
    out.string("text", note.text());
    out.string("rule", note.rule());
    out.strings("source", note.sources());
  }

  /** A list of parameters, or of the parts of one. */
  private record Part(ArrayNode list) {
    ObjectNode add(String name) {
      return list.addObject().put("name", name);
    }

    Part parts(String name) {
      return new Part(add(name).putArray("part"));
    }

    void code(String name, @Nullable String code) {
      if (code != null) {
        add(name).put("valueCode", code);
      }
    }

    /** FHIR has no empty text. */
    void string(String name, @Nullable String text) {
      if (text != null && !text.isBlank()) {
        add(name).put("valueString", text);
      }
    }

    void strings(String name, List<String> texts) {
      texts.forEach(t -> string(name, t));
    }

    void integer(String name, int number) {
      add(name).put("valueInteger", number);
    }
  }
}
