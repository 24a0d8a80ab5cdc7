package dev.spotter.cds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;

/**
 * A call of the hook {@code patient-view}. The authorization for the caller's FHIR server that may
 * come with it is never looked at: nothing is fetched.
 *
 * @param patient the id of the patient who was opened
 * @param prefetched what was found of the patient's answers; a JSON null for nothing
 */
record Call(String patient, JsonNode prefetched) {
  static final String HOOK = "patient-view";

  /** The key of the prefetch. */
  static final String RESPONSE = "response";

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
  static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /**
   * @throws NotAnswered if it is no such call, or its prefetch is missing
   */
  static Call of(JsonNode body) {
    if (!body.path("hook").asText().equals(HOOK)) {
      throw NotAnswered.bad("this service is for the hook " + HOOK);
    }
    if (!UUID.matcher(body.path("hookInstance").asText()).matches()) {
      throw NotAnswered.bad("hookInstance is a UUID");
    }
    JsonNode patient = body.path("context").path("patientId");
    if (!patient.isTextual() || !ID.matcher(patient.textValue()).matches()) {
      throw NotAnswered.bad("context.patientId is the id of a Patient");
    }
    JsonNode prefetched = body.path("prefetch").path(RESPONSE);
    if (prefetched.isMissingNode()) {
      throw missing("the prefetch '" + RESPONSE + "' is missing; null says that there is none");
    }
    if (!prefetched.isNull() && !prefetched.isObject()) {
      throw NotAnswered.bad("the prefetch is a resource, a Bundle or null");
    }
    return new Call(patient.textValue(), prefetched);
  }

  static NotAnswered missing(String detail) {
    return new NotAnswered(412, "Precondition failed", detail);
  }
}
