package dev.spotter.cds;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads feedback, strictly in what is used; extensions are skipped. */
final class FeedbackReader {
  private static final int MOST = 100;
  private static final int LONGEST = 2_000;

  private FeedbackReader() {}

  /**
   * @throws NotAnswered if any of it cannot be used; then none is
   */
  static List<Feedback> read(JsonNode body) {
    JsonNode list = body.path("feedback");
    if (!list.isArray() || list.isEmpty() || list.size() > MOST) {
      throw NotAnswered.bad("feedback is a list of 1 to " + MOST);
    }
    List<Feedback> all = new ArrayList<>();
    list.forEach(one -> all.add(one(one)));
    return List.copyOf(all);
  }

  private static Feedback one(JsonNode one) {
    String card = uuid(one.path("card"), "card");
    Instant at = at(one.path("outcomeTimestamp"));
    List<String> accepted = new ArrayList<>();
    one.path("acceptedSuggestions").forEach(s -> accepted.add(uuid(s.path("id"), "id")));
    return switch (one.path("outcome").asText()) {
      case "accepted" -> {
        if (accepted.isEmpty() || one.has("overrideReason")) {
          throw NotAnswered.bad("accepted goes with acceptedSuggestions, and no overrideReason");
        }
        yield new Feedback(card, accepted, null, at);
      }
      case "overridden" -> {
        if (one.has("acceptedSuggestions")) {
          throw NotAnswered.bad("a card that was overridden has no acceptedSuggestions");
        }
        yield new Feedback(card, List.of(), reason(one.path("overrideReason")), at);
      }
      default -> throw NotAnswered.bad("outcome is accepted or overridden");
    };
  }

  private static String uuid(JsonNode text, String name) {
    if (!text.isTextual() || !Call.UUID.matcher(text.textValue()).matches()) {
      throw NotAnswered.bad(name + " is the uuid of a card or suggestion");
    }
    return text.textValue();
  }

  private static Instant at(JsonNode text) {
    try {
      return OffsetDateTime.parse(text.asText()).toInstant();
    } catch (DateTimeException e) {
      throw NotAnswered.bad("outcomeTimestamp is a time as 2026-11-20T18:00:00Z");
    }
  }

  private static Feedback.@Nullable Reason reason(JsonNode told) {
    if (told.isMissingNode()) {
      return null;
    }
    JsonNode coding = told.path("reason");
    String code = text(coding.path("code"));
    String comment = text(told.path("userComment"));
    if (!told.isObject() || (code == null && comment == null)) {
      throw NotAnswered.bad("overrideReason has a reason with a code, or a userComment");
    }
    return new Feedback.Reason(text(coding.path("system")), code, comment);
  }

  private static @Nullable String text(JsonNode node) {
    if (node.isMissingNode()) {
      return null;
    }
    if (!node.isTextual() || node.textValue().isBlank() || node.textValue().length() > LONGEST) {
      throw NotAnswered.bad("a text is of 1 to " + LONGEST + " characters");
    }
    return node.textValue();
  }
}
