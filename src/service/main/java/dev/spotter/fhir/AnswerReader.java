package dev.spotter.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.spotter.vocabulary.Question;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The answers of one item as an intake would say them. What FHIR demands of them is looked at here;
 * whether a question offers them is for the engine to say.
 */
final class AnswerReader {
  private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d\\d(-\\d\\d)?)?");
  private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?");
  private static final Set<String> NOT_KNOWN = Set.of("asked-unknown", "unknown");

  /** More digits than this before or behind the point are no measurement. */
  private static final int DIGITS = 30;

  private final Urls urls;
  private final Found found;

  AnswerReader(Urls urls, Found found) {
    this.urls = urls;
    this.found = found;
  }

  /** What is answered; null if nothing is, or if what stands there is told as a problem. */
  @Nullable JsonNode read(Item item, @Nullable JsonNode answers, String path) {
    if (answers == null) {
      return null;
    }
    if (!answers.isArray() || answers.isEmpty()) {
      found.error(
          Found.WRONG_TYPE,
          path,
          "'answer' is a list of at least one answer",
          "leave it out if nobody asked");
      return null;
    }
    if (!item.repeats() && answers.size() > 1) {
      found.error(Found.DUPLICATE, path, "this question takes one answer", "keep one");
      return null;
    }
    ArrayNode values = JsonNodeFactory.instance.arrayNode();
    for (JsonNode answer : answers) {
      JsonNode value = answer(item, answer, path);
      if (value != null) {
        values.add(value);
      }
    }
    return values.size() < answers.size() ? null : item.repeats() ? values : values.get(0);
  }

  private @Nullable JsonNode answer(Item item, JsonNode answer, String path) {
    String key = item.type().value();
    if (!answer.isObject()) {
      return wrong(item, path);
    }
    found.strangers(answer, List.of("id", "extension", key), path);
    JsonNode value = answer.get(key);
    if (value == null) {
      return item.type().number() ? notKnown(item, answer, path) : wrong(item, path);
    }
    return switch (item.type()) {
      case CHOICE -> code(item, value, path);
      case INTEGER -> value.isIntegralNumber() ? value : wrong(item, path);
      case DECIMAL -> decimal(item, value, path);
      case DATE -> text(item, value, DATE, path);
      case TIME -> text(item, value, TIME, path);
      default -> value.isTextual() && !value.asText().isBlank() ? value : wrong(item, path);
    };
  }

  private @Nullable JsonNode wrong(Item item, String path) {
    found.error(Found.WRONG_TYPE, path, "an answer here is a " + item.type().value(), null);
    return null;
  }

  /** A number that was asked for and is not known; programs put the reason in either place. */
  private @Nullable JsonNode notKnown(Item item, JsonNode answer, String path) {
    for (JsonNode place : List.of(answer, answer.path("_" + item.type().value()))) {
      for (JsonNode extension : place.path("extension")) {
        if (extension.path("url").asText().equals(Urls.ABSENT)
            && NOT_KNOWN.contains(extension.path("valueCode").asText())) {
          return TextNode.valueOf(Question.UNKNOWN);
        }
      }
    }
    found.error(
        Found.WRONG_TYPE,
        path,
        "an answer here is a "
            + item.type().value()
            + ", or has the data-absent-reason 'asked-unknown'",
        "leave the item out if nobody asked");
    return null;
  }

  private @Nullable JsonNode code(Item item, JsonNode coding, String path) {
    if (!coding.isObject() || !coding.path("code").isTextual()) {
      return wrong(item, path);
    }
    if (!coding.path("system").asText().equals(urls.codes(item.linkId()))) {
      found.error(
          Found.NOT_OFFERED,
          path,
          "this code is of another system than the answers of the question",
          "the system is " + urls.codes(item.linkId()));
      return null;
    }
    return coding.get("code");
  }

  private @Nullable JsonNode decimal(Item item, JsonNode value, String path) {
    if (!value.isNumber()) {
      return wrong(item, path);
    }
    if (Math.abs(value.decimalValue().scale()) > DIGITS) {
      found.error(Found.NOT_A_NUMBER, path, "no measurement has so many digits", null);
      return null;
    }
    return value;
  }

  private @Nullable JsonNode text(Item item, JsonNode value, Pattern pattern, String path) {
    return value.isTextual() && pattern.matcher(value.asText()).matches()
        ? value
        : wrong(item, path);
  }
}
