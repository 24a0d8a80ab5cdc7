package dev.spotter.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spotter.vocabulary.Suggestion;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the items of a response into an intake's tree, along the form. */
final class ItemReader {
  private static final List<String> ELEMENTS =
      List.of("id", "extension", "linkId", "definition", "text", "answer", "item");

  private final Form form;
  private final Found found;
  private final AnswerReader answers;

  ItemReader(Form form, Urls urls, Found found) {
    this.form = form;
    this.found = found;
    this.answers = new AnswerReader(urls, found);
  }

  /** All items of a response. */
  void read(@Nullable JsonNode items, ObjectNode into) {
    items("", form.items(), items, "", into);
  }

  private void items(
      String group, List<Item> known, @Nullable JsonNode items, String path, ObjectNode into) {
    if (items == null) {
      return;
    }
    if (!items.isArray() || items.isEmpty()) {
      found.error(Found.WRONG_TYPE, path, "'item' is a list of at least one item", null);
      return;
    }
    Set<String> seen = new HashSet<>();
    for (JsonNode told : items) {
      String linkId = told.path("linkId").asText("");
      Item item = form.item(linkId);
      if (!told.isObject() || linkId.isEmpty()) {
        found.error(Found.WRONG_TYPE, path, "an item has a linkId", null);
      } else if (item == null || !group.equals(form.groupOf(linkId))) {
        unknown(linkId, known, path);
      } else if (!seen.add(linkId) && !(item.group() && item.repeats())) {
        found.error(Found.DUPLICATE, at(path, item), "this item stands twice", "keep one");
      } else {
        item(item, told, at(path, item), into);
      }
    }
  }

  private static String at(String path, Item item) {
    return path.isEmpty() ? item.name() : path + "." + item.name();
  }

  private void unknown(String linkId, List<Item> known, String path) {
    String group = form.groupOf(linkId);
    found.error(
        Found.UNKNOWN_FIELD,
        path,
        (path.isEmpty() ? "the questionnaire" : "'" + path + "'") + " has no item of this linkId",
        group == null
            ? Suggestion.among(linkId, known.stream().map(Item::linkId).toList())
            : linkId + (group.isEmpty() ? " stands at the top" : " belongs into " + group));
  }

  private void item(Item item, JsonNode told, String path, ObjectNode into) {
    if (item.group() && item.repeats()) {
      ArrayNode list = into.withArrayProperty(item.name());
      group(item, told, path + "[" + list.size() + "]", list.addObject());
    } else if (item.group()) {
      group(item, told, path, into.putObject(item.name()));
    } else {
      question(item, told, path, into);
    }
  }

  private void group(Item item, JsonNode told, String path, ObjectNode into) {
    found.strangers(told, ELEMENTS, path);
    if (told.has("answer")) {
      found.error(Found.WRONG_TYPE, path, "a group has items, and no answer of its own", null);
    }
    items(item.linkId(), item.items(), told.get("item"), path, into);
    if (item.linkId().equals(LogItems.SESSION)) {
      start(into);
    }
  }

  /** A log in an intake says day and time in one word. */
  private static void start(ObjectNode session) {
    JsonNode date = session.remove("date");
    JsonNode time = session.remove("time");
    if (date != null) {
      session.put("start", date.asText() + (time == null ? "" : "T" + time.asText()));
    }
  }

  private void question(Item item, JsonNode told, String path, ObjectNode into) {
    found.strangers(told, ELEMENTS, path);
    if (told.has("item")) {
      found.error(Found.WRONG_TYPE, path, "a question has answers, and no items", null);
    }
    JsonNode value = answers.read(item, told.get("answer"), path);
    if (value == null) {
      return;
    }
    String by = form.vocabulary().question(item.linkId()) == null ? null : author(told);
    if (by == null) {
      into.set(item.name(), value);
    } else {
      into.putObject(item.name()).put("by", by).set("value", value);
    }
  }

  private static @Nullable String author(JsonNode told) {
    for (JsonNode extension : told.path("extension")) {
      if (extension.path("url").asText().equals(Urls.AUTHOR)) {
        JsonNode author = extension.path("valueReference");
        return author.path("display").asText(author.path("reference").asText(""));
      }
    }
    return null;
  }
}
