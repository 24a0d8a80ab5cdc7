package dev.spotter.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spotter.intake.Intake;
import dev.spotter.vocabulary.Question;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Writes an intake as a QuestionnaireResponse. */
final class ResponseWriter {
  private static final int FURTHEST = 14 * 3600;

  private final Form form;
  private final Urls urls;
  private final String version;
  private final Codes codes;

  ResponseWriter(Form form, Urls urls, String version, Codes codes) {
    this.form = form;
    this.urls = urls;
    this.version = version;
    this.codes = codes;
  }

  ObjectNode write(Intake intake) {
    ObjectNode response =
        Json.resource("QuestionnaireResponse")
            .put("questionnaire", urls.questionnaire() + "|" + version)
            .put("status", "completed");
    response.set("subject", Subject.of(intake.id(), urls));
    if (intake.at() != null) {
      response.put("authored", time(intake.at()));
    }
    ArrayNode items = items(form.items(), new IntakeTree(form).of(intake));
    if (!items.isEmpty()) {
      response.set("item", items);
    }
    return response;
  }

  /** FHIR's offsets are whole minutes, up to 14 hours; any other time is told in UTC. */
  static String time(OffsetDateTime at) {
    int seconds = at.getOffset().getTotalSeconds();
    boolean fits = seconds % 60 == 0 && Math.abs(seconds) <= FURTHEST;
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        fits ? at : at.withOffsetSameInstant(ZoneOffset.UTC));
  }

  private ArrayNode items(List<Item> items, JsonNode tree) {
    ArrayNode out = JsonNodeFactory.instance.arrayNode();
    for (Item item : items) {
      JsonNode value = tree.get(item.name());
      if (value == null) {
        continue;
      }
      if (!item.group()) {
        out.add(question(item, value));
      } else if (item.repeats()) {
        value.forEach(v -> out.add(group(item, v)));
      } else {
        out.add(group(item, value));
      }
    }
    return out;
  }

  private ObjectNode group(Item item, JsonNode tree) {
    ObjectNode out = Json.object().put("linkId", item.linkId());
    ArrayNode items = items(item.items(), tree);
    if (!items.isEmpty()) {
      out.set("item", items);
    }
    return out;
  }

  /**
   * @param told the value, or it and who gave it
   */
  private ObjectNode question(Item item, JsonNode told) {
    ObjectNode out = Json.object();
    if (told.has("by")) {
      ObjectNode author = Json.extension(Urls.AUTHOR);
      author.putObject("valueReference").put("display", told.get("by").asText());
      out.putArray("extension").add(author);
    }
    out.put("linkId", item.linkId()).put("text", item.text());
    ArrayNode answers = out.putArray("answer");
    JsonNode value = told.isObject() ? told.get("value") : told;
    if (value.isArray()) {
      value.forEach(v -> answers.add(answer(item, v)));
    } else {
      answers.add(answer(item, value));
    }
    return out;
  }

  private ObjectNode answer(Item item, JsonNode value) {
    ObjectNode answer = Json.object();
    String key = item.type().value();
    if (item.type() == Item.Type.CHOICE) {
      answer.set(key, codes.coding(item, value.asText()));
    } else if (item.type().number() && value.asText().equals(Question.UNKNOWN)) {
      answer
          .putArray("extension")
          .add(Json.extension(Urls.ABSENT).put("valueCode", "asked-unknown"));
    } else {
      answer.set(key, value);
    }
    return answer;
  }
}
