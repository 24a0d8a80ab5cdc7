package dev.spotter.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spotter.assess.Assessment;
import dev.spotter.assess.Item;
import dev.spotter.intake.Problem;
import java.util.List;

/**
 * Writes an assessment as a GuidanceResponse. What is advised is a CarePlan in it, for programs
 * that know nothing of us; everything, with its reasons, is in its Parameters.
 */
final class Guidance {
  private final Urls urls;
  private final Reasons reasons;

  Guidance(Form form, Urls urls) {
    this.urls = urls;
    this.reasons = new Reasons(form);
  }

  ObjectNode write(Assessment answer, List<Problem> problems) {
    ObjectNode guidance = Json.resource("GuidanceResponse");
    ArrayNode contained = guidance.putArray("contained");
    contained.add(reasons.write(answer));
    guidance.put("moduleUri", urls.rules(answer.ruleSet())).put("status", "success");
    guidance.set("subject", Subject.of(answer.id(), urls));
    guidance.put("occurrenceDateTime", ResponseWriter.time(answer.at()));
    if (!problems.isEmpty()) {
      contained.add(Outcomes.warnings(problems).put("id", "problems"));
      guidance.putArray("evaluationMessage").addObject().put("reference", "#problems");
    }
    notes(answer.triage(), guidance.putArray("note"));
    guidance.putObject("outputParameters").put("reference", "#output");
    if (!answer.remedies().isEmpty()) {
      contained.add(plan(answer));
      guidance.putObject("result").put("reference", "#plan");
    }
    return guidance;
  }

  /** For programs that show a GuidanceResponse and know nothing of our Parameters. */
  private static void notes(Assessment.Triage triage, ArrayNode notes) {
    notes.addObject().put("text", level(triage));
    triage.because().stream()
        .map(Item::because)
        .distinct()
        .forEach(b -> notes.addObject().put("text", b));
    triage.safetyNet().forEach(s -> notes.addObject().put("text", s));
  }

  private static String level(Assessment.Triage triage) {
    return "Level: " + triage.level().word();
  }

  private ObjectNode plan(Assessment answer) {
    ObjectNode plan =
        Json.resource("CarePlan")
            .put("id", "plan")
            .put("status", "active")
            .put("intent", "proposal")
            .put("title", level(answer.triage()));
    plan.set("subject", Subject.of(answer.id(), urls));
    ArrayNode activities = plan.putArray("activity");
    for (Assessment.Remedy remedy : answer.remedies()) {
      ObjectNode detail = activities.addObject().putObject("detail");
      detail.putObject("code").put("text", remedy.title());
      ArrayNode why = detail.putArray("reasonCode");
      remedy.reasons().stream()
          .map(Item::because)
          .distinct()
          .forEach(b -> why.addObject().put("text", b));
      detail.put("status", "not-started");
      if (!remedy.advice().isEmpty()) {
        detail.put("description", String.join(" ", remedy.advice()));
      }
    }
    return plan;
  }
}
