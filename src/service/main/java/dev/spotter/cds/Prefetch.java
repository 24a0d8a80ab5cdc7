package dev.spotter.cds;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the newest answers to our questionnaire in what was prefetched. */
final class Prefetch {
  private static final Set<String> STATUS = Set.of("completed", "amended");
  private static final Set<String> BAD = Set.of("error", "fatal");
  private static final String OUTCOME = "OperationOutcome";

  private static final Logger LOG = LoggerFactory.getLogger("dev.spotter.cds");

  private final String canonical;

  /**
   * @param canonical of the questionnaire, without a version
   */
  Prefetch(String canonical) {
    this.canonical = canonical;
  }

  /** The search that a client does beforehand. */
  String template() {
    return "QuestionnaireResponse?subject=Patient/{{context.patientId}}&questionnaire="
        + canonical
        + "&status=completed,amended&_sort=-authored&_count=1";
  }

  /**
   * The newest response of this patient that can be assessed.
   *
   * @throws NotAnswered if the client could not find out
   */
  Optional<JsonNode> newest(Call call) {
    List<JsonNode> found = new ArrayList<>();
    Map<String, Integer> left = new TreeMap<>();
    boolean unsure = false;
    for (JsonNode resource : resources(call.prefetched())) {
      unsure |= failure(resource, resource == call.prefetched());
      String why = unfit(resource, call.patient());
      if (why == null) {
        found.add(resource);
      } else {
        left.merge(why, 1, Integer::sum);
      }
    }
    // A search that failed in part may have missed the one answer that matters.
    if (unsure) {
      throw Call.missing("the prefetch is an OperationOutcome, or a search that failed");
    }
    if (found.isEmpty() && !left.isEmpty()) {
      // The clinic would see no card where there are answers: whoever set up its search reads why.
      LOG.warn("no card, of what was prefetched nothing fits: {}", left);
    }
    if (found.isEmpty() && more(call.prefetched())) {
      throw Call.missing("nothing on this page fits, and there are more; see the template");
    }
    return found.stream().max(Comparator.comparing(r -> orElseFirst(authored(r))));
  }

  private static List<JsonNode> resources(JsonNode prefetched) {
    if (prefetched.isNull()) {
      return List.of();
    }
    if (!prefetched.path("resourceType").asText().equals("Bundle")) {
      return List.of(prefetched);
    }
    List<JsonNode> resources = new ArrayList<>();
    prefetched.path("entry").forEach(e -> resources.add(e.path("resource")));
    return resources;
  }

  /** Whether a search has pages that were not sent, as one has that does not know our filters. */
  private static boolean more(JsonNode prefetched) {
    for (JsonNode link : prefetched.path("link")) {
      if (link.path("relation").asText().equals("next")) {
        return true;
      }
    }
    return false;
  }

  /** In a Bundle an outcome may also be a mere hint on how it was searched. */
  private static boolean failure(JsonNode resource, boolean alone) {
    if (!resource.path("resourceType").asText().equals(OUTCOME)) {
      return false;
    }
    for (JsonNode issue : resource.path("issue")) {
      if (BAD.contains(issue.path("severity").asText())) {
        return true;
      }
    }
    return alone;
  }

  /** Why it is no answers to be shown, or null if it is. */
  private @Nullable String unfit(JsonNode resource, String patient) {
    String questionnaire = resource.path("questionnaire").asText();
    int bar = questionnaire.indexOf('|');
    if (!resource.path("resourceType").asText().equals("QuestionnaireResponse")) {
      return "another type";
    }
    if (!(bar < 0 ? questionnaire : questionnaire.substring(0, bar)).equals(canonical)) {
      return "another questionnaire";
    }
    if (!STATUS.contains(resource.path("status").asText())) {
      return "not completed";
    }
    return about(resource.path("subject").path("reference").asText(), patient)
        ? null
        : "another patient";
  }

  /** Nobody else's answers are ever shown, whatever the client's search gave. */
  private static boolean about(String reference, String patient) {
    String current = reference.replaceFirst("/_history/[A-Za-z0-9.-]{1,64}$", "");
    String own = "Patient/" + patient;
    return current.equals(own) || (current.matches("https?://\\S+") && current.endsWith("/" + own));
  }

  /** When it was answered, the beginning of the day where only that is said; null if unknown. */
  static @Nullable Instant authored(JsonNode response) {
    String text = response.path("authored").asText();
    try {
      return text.length() > 10
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Instant orElseFirst(@Nullable Instant time) {
    return time == null ? Instant.MIN : time;
  }
}
