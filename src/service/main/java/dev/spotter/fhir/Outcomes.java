package dev.spotter.fhir;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spotter.intake.Problem;
import java.util.List;

/** Writes problems as OperationOutcomes; never the value that was wrong. */
final class Outcomes {
  private Outcomes() {}

  static ObjectNode errors(List<Problem> problems) {
    return outcome("error", problems);
  }

  static ObjectNode warnings(List<Problem> problems) {
    return outcome("warning", problems);
  }

  static ObjectNode failed(String rule) {
    ObjectNode outcome = Json.resource("OperationOutcome");
    ObjectNode issue = outcome.putArray("issue").addObject();
    issue.put("severity", "fatal").put("code", "exception");
    issue
        .putObject("details")
        .put("text", "the rule '" + rule + "' failed; have this client called today");
    return outcome;
  }

  private static ObjectNode outcome(String severity, List<Problem> problems) {
    ObjectNode outcome = Json.resource("OperationOutcome");
    ArrayNode issues = outcome.putArray("issue");
    for (Problem problem : problems) {
      ObjectNode issue = issues.addObject().put("severity", severity).put("code", type(problem));
      issue.putObject("details").put("text", text(problem));
      String help = problem.help();
      if (help != null && !help.isBlank()) {
        issue.put("diagnostics", help);
      }
    }
    return outcome;
  }

  /** The link id leads: FHIR's own expression cannot name an item by it in few words. */
  private static String text(Problem problem) {
    return problem.path().isEmpty() ? problem.message() : problem.path() + ": " + problem.message();
  }

  /** The nearest of FHIR's issue types. */
  private static String type(Problem problem) {
    return switch (problem.code()) {
      case "syntax", "bad-utf8", "wrong-encoding", "empty", "wrong-type", "unknown-field" ->
          "structure";
      case "not-offered" -> "code-invalid";
      case "out-of-range", "not-a-number", "bad-time", "bad-id" -> "value";
      case "duplicate-key" -> "duplicate";
      case "too-long", "too-deep" -> "too-long";
      case "no-unit" -> "required";
      case "not-understood" -> "extension";
      case "wrong-status", "wrong-questionnaire" -> "not-supported";
      case "contradiction" -> "business-rule";
      default -> "processing";
    };
  }
}
