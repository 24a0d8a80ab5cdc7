package dev.spotter.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The client's id, as the subject of a resource: a reference to a Patient where the id is one,
 * otherwise an identifier.
 */
final class Subject {
  private static final Pattern PATIENT =
      Pattern.compile(
          "(https?://\\S+/)?Patient/[A-Za-z0-9.-]{1,64}(/_history/[A-Za-z0-9.-]{1,64})?");

  private Subject() {}

  static ObjectNode of(String id, Urls urls) {
    ObjectNode subject = Json.object();
    if (PATIENT.matcher(id).matches()) {
      return subject.put("reference", id);
    }
    subject.putObject("identifier").put("system", urls.clients()).put("value", id);
    return subject;
  }

  /** The id: whom the response is about, else its own; null where neither says. */
  static @Nullable String id(JsonNode response) {
    JsonNode subject = response.path("subject");
    String reference = subject.path("reference").asText("");
    if (!reference.isEmpty() && !reference.startsWith("#")) {
      return reference;
    }
    for (JsonNode named :
        new JsonNode[] {
          subject.path("identifier").path("value"),
          response.path("identifier").path("value"),
          response.path("id")
        }) {
      if (named.isTextual()) {
        return named.asText();
      }
    }
    return null;
  }
}
