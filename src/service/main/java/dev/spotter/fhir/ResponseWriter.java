package dev.spotter.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.spotter.intake.Intake;
import dev.spotter.intake.IntakeWriter;
import dev.spotter.vocabulary.Question;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Writes an intake as a QuestionnaireResponse: its file's fields, along the form. */
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

  /**
   * @throws IllegalArgumentException if it answers a question that the form does not have
   */
  ObjectNode write(Intake intake) {
    intake.answers().keySet().forEach(this::demand);
    ObjectNode response =
        Json.resource("QuestionnaireResponse")
            .put("questionnaire", urls.questionnaire() + "|" + version)
            .put("status", "completed");
    response.set("subject", Subject.of(intake.id(), urls));
    if (intake.at() != null) {
      response.put("authored", time(intake.at()));
    }
    ArrayNode items = items(form.items(), Json.tree(IntakeWriter.text(intake)));
    if (!items.isEmpty()) {
      response.set("item", items);
    }
    return response;
  }

  private void demand(String question) {
    if (form.vocabulary().question(question) == null) {
      throw new IllegalArgumentException("the rule set has no question " + question);
    }
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
    if (item.linkId().equals(LogItems.SESSION) && tree instanceof ObjectNode session) {
      start(session);
    }
    ObjectNode out = Json.object().put("linkId", item.linkId());
    ArrayNode items = items(item.items(), tree);
    if (!items.isEmpty()) {
      out.set("item", items);
    }
    return out;
  }

  /** The form asks for the day and the time of a start apart. */
  private static void start(ObjectNode session) {
    String start = session.path("start").asText();
    int time = start.indexOf('T');
    session.put("date", time < 0 ? start : start.substring(0, time));
    if (time >= 0) {
      session.put("time", start.substring(time + 1));
    }
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
      ticked(item, value).forEach(code -> answers.add(answer(item, code)));
    } else {
      answers.add(answer(item, value));
    }
    return out;
  }

  /** In the order in which the form offers them. */
  private static List<TextNode> ticked(Item item, JsonNode codes) {
    Set<String> ticked = new TreeSet<>();
    codes.forEach(code -> ticked.add(code.asText()));
    return item.options().stream()
        .map(Question.Choice::id)
        .filter(ticked::contains)
        .map(TextNode::valueOf)
        .toList();
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
