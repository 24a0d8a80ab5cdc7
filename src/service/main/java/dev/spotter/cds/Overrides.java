package dev.spotter.cds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;

/**
 * Why a card may be set aside. CDS Hooks 2.0.1 prescribes no codes; these are of HL7's own code
 * system, from the ballot of CDS Hooks 3.0 and for trial use, with their displays as they stand
 * there.
 */
final class Overrides {
  static final String SYSTEM = "http://terminology.hl7.org/CodeSystem/non-adherence-reason-codes";

  private static final List<Reason> REASONS =
      List.of(
          new Reason("action-completed", "Recommended action was already completed"),
          new Reason("cds-not-applicable", "PC CDS does not apply to patient"),
          new Reason(
              "need-more-info",
              "Could not address recommended action due to need for more information/pending"
                  + " results/pending consult"),
          new Reason("inappropriate-recipient", "PC CDS delivered to inappropriate recipient/role"),
          new Reason(
              "recipient-does-not-trust",
              "Recipient does not agree with or trust the recommended action"),
          new Reason("patient-refuses", "Patient refuses/declines (no context given)*"),
          new Reason("service-not-available", "Treatment or service is not practically available"));

  private record Reason(String code, String display) {}

  private Overrides() {}

  static ArrayNode codings() {
    ArrayNode codings = Documents.object().putArray("overrideReasons");
    for (Reason reason : REASONS) {
      codings
          .addObject()
          .put("system", SYSTEM)
          .put("code", reason.code())
          .put("display", reason.display());
    }
    return codings;
  }
}
