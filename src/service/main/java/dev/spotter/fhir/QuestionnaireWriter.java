package dev.spotter.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spotter.vocabulary.Question;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Writes the form as a Questionnaire. */
final class QuestionnaireWriter {
  private static final String CONTROLS = "http://hl7.org/fhir/questionnaire-item-control";

  /** The words that questions use for units that UCUM has a code for. */
  private static final Map<String, String> UCUM =
      Map.of("minutes", "min", "hours", "h", "days", "d", "years", "a", "kg", "kg");

  private final Urls urls;
  private final String version;
  private final Codes codes;
  private final Enabling enabling;

  QuestionnaireWriter(Form form, Urls urls, String version, Codes codes) {
    this.urls = urls;
    this.version = version;
    this.codes = codes;
    this.enabling = new Enabling(form, codes);
  }

  ObjectNode write(Form form) {
    ObjectNode questionnaire =
        Json.resource("Questionnaire")
            .put("id", "spotter")
            .put("url", urls.questionnaire())
            .put("version", version)
            .put("name", "Spotter")
            .put("title", "Why is the back sore after deadlifting?")
            .put("status", "active");
    questionnaire.putArray("subjectType").add("Patient");
    items(form.items(), questionnaire.putArray("item"));
    return questionnaire;
  }

  private void items(List<Item> items, ArrayNode out) {
    items.forEach(i -> item(i, out.addObject()));
  }

  private void item(Item item, ObjectNode out) {
    extensions(item, out);
    out.put("linkId", item.linkId())
        .put("text", item.text())
        .put("type", item.type().code())
        .put("required", false)
        .put("repeats", item.repeats());
    List<ObjectNode> conditions = enabling.conditions(item);
    if (!conditions.isEmpty()) {
      out.putArray("enableWhen").addAll(conditions);
      out.put("enableBehavior", "any");
    }
    if (!item.options().isEmpty()) {
      ArrayNode options = out.putArray("answerOption");
      item.options().forEach(o -> option(item, o, options.addObject()));
    }
    if (item.group()) {
      items(item.items(), out.putArray("item"));
    } else if (item.help() != null) {
      help(item, item.help(), out.putArray("item").addObject());
    }
  }

  private static void extensions(Item item, ObjectNode out) {
    ArrayNode extensions = out.arrayNode();
    Question.Range range = item.range();
    if (range != null) {
      extensions.add(bound(Urls.MIN, item, range.min()));
      extensions.add(bound(Urls.MAX, item, range.max()));
    }
    if (item.unit() != null) {
      extensions.add(unit(item.unit()));
    }
    if (!extensions.isEmpty()) {
      out.set("extension", extensions);
    }
  }

  private static ObjectNode bound(String url, Item item, BigDecimal value) {
    ObjectNode bound = Json.extension(url);
    return item.type() == Item.Type.INTEGER
        ? bound.put("valueInteger", value.intValueExact())
        : bound.put("valueDecimal", value);
  }

  private static ObjectNode unit(String word) {
    ObjectNode unit = Json.extension(Urls.UNIT);
    ObjectNode coding = unit.putObject("valueCoding");
    String code = UCUM.get(word);
    if (code != null) {
      coding.put("system", Urls.UCUM).put("code", code);
    }
    coding.put("display", word);
    return unit;
  }

  /** None and unknown of a tick-all stand alone. */
  private void option(Item item, Question.Choice choice, ObjectNode out) {
    boolean alone = choice.id().equals(Question.NONE) || choice.id().equals(Question.UNKNOWN);
    if (item.repeats() && alone) {
      out.putArray("extension").add(Json.extension(Urls.EXCLUSIVE).put("valueBoolean", true));
    }
    out.set("valueCoding", codes.coding(item, choice.id()));
  }

  private static void help(Item item, String help, ObjectNode out) {
    ObjectNode control = Json.extension(Urls.CONTROL);
    control
        .putObject("valueCodeableConcept")
        .putArray("coding")
        .addObject()
        .put("system", CONTROLS)
        .put("code", "help");
    out.putArray("extension").add(control);
    out.put("linkId", item.linkId() + ".help").put("text", help).put("type", "display");
  }
}
