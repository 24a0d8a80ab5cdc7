package dev.spotter.cds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * Why a card may be set aside. CDS Hooks 2.0.1 prescribes no codes and encourages one's own; these
 * are ours.
 */
final class Overrides {
  private static final Map<String, String> REASONS =
      new TreeMap<>(
          Map.of(
              "arranged", "Already seen or arranged",
              "declined", "The patient declined",
              "judged-otherwise", "Judged otherwise after seeing the patient",
              "not-current", "The answers are no longer current",
              "not-this-patient", "The answers are not right for this patient"));

  private Overrides() {}

  static ArrayNode codings(String base) {
    ArrayNode codings = Documents.object().putArray("overrideReasons");
    REASONS.forEach(
        (code, display) ->
            codings
                .addObject()
                .put("system", base + "/CodeSystem/override-reason")
                .put("code", code)
                .put("display", display));
    return codings;
  }
}
