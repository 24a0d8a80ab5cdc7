package dev.spotter.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spotter.vocabulary.Question.Choice;
import dev.spotter.vocabulary.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * When a question applies, as {@code enableWhen} with {@code any}. FHIR cannot join "any" and "all"
 * in one item, and programs differ on whether {@code !=} holds where nothing was answered. So
 * {@code not in} is written as "no answer yet, or any of the other answers"; these are known, as
 * choices are closed.
 */
final class Enabling {
  private final Form form;
  private final Codes codes;

  Enabling(Form form, Codes codes) {
    this.form = form;
    this.codes = codes;
  }

  /**
   * The conditions, any of which enables the item.
   *
   * @return empty for always, also where FHIR cannot say it: a question too many is harmless, one
   *     that is never asked is not
   */
  List<ObjectNode> conditions(Item item) {
    When when = item.when();
    List<ObjectNode> any = new ArrayList<>();
    if (when == null) {
      return any;
    }
    for (When.Test test : when.anyOf()) {
      Item asked = Objects.requireNonNull(form.item(test.question()));
      if (!expressible(asked, test)) {
        return List.of();
      }
      any.addAll(test.in() ? in(asked, test) : notIn(asked, test));
    }
    return any;
  }

  /**
   * Numbers are not compared with a choice, and a tick-all may hold a listed and another answer.
   */
  private static boolean expressible(Item asked, When.Test test) {
    return asked.type() == Item.Type.CHOICE && (test.in() || !asked.repeats());
  }

  private List<ObjectNode> in(Item asked, When.Test test) {
    return asked.options().stream()
        .map(Choice::id)
        .filter(test.values()::contains)
        .map(c -> equal(asked, c))
        .toList();
  }

  private List<ObjectNode> notIn(Item asked, When.Test test) {
    List<ObjectNode> any = new ArrayList<>();
    any.add(condition(asked, "exists").put("answerBoolean", false));
    asked.options().stream()
        .map(Choice::id)
        .filter(c -> !test.values().contains(c))
        .forEach(c -> any.add(equal(asked, c)));
    return any;
  }

  private ObjectNode equal(Item asked, String code) {
    ObjectNode equal = condition(asked, "=");
    equal.set("answerCoding", codes.coding(asked, code));
    return equal;
  }

  private static ObjectNode condition(Item asked, String operator) {
    return Json.object().put("question", asked.linkId()).put("operator", operator);
  }
}
