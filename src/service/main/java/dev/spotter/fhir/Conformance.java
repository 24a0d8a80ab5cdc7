package dev.spotter.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes what a server of ours can do, and its one operation. */
final class Conformance {
  /** When these resources last changed their meaning; FHIR demands a date. */
  private static final String DATE = "2026-01-01";

  private final Urls urls;

  Conformance(Urls urls) {
    this.urls = urls;
  }

  ObjectNode operation() {
    ObjectNode operation =
        Json.resource("OperationDefinition")
            .put("id", "assess")
            .put("url", urls.assess())
            .put("name", "Assess")
            .put("title", "Assess the answers of one client")
            .put("status", "active")
            .put("kind", "operation")
            .put("affectsState", false)
            .put("code", "assess");
    operation.putArray("resource").add("QuestionnaireResponse");
    operation.put("system", false).put("type", true).put("instance", false);
    var parameters = operation.putArray("parameter");
    parameters
        .addObject()
        .put("name", "response")
        .put("use", "in")
        .put("min", 1)
        .put("max", "1")
        .put("documentation", "The answers, completed or amended")
        .put("type", "QuestionnaireResponse");
    parameters
        .addObject()
        .put("name", "return")
        .put("use", "out")
        .put("min", 1)
        .put("max", "1")
        .put("documentation", "How urgent, what may be behind it, and what to do")
        .put("type", "GuidanceResponse");
    return operation;
  }

  ObjectNode capability(String base) {
    ObjectNode capability =
        Json.resource("CapabilityStatement")
            .put("status", "active")
            .put("date", DATE)
            .put("kind", "instance");
    capability.putObject("software").put("name", "Spotter");
    capability
        .putObject("implementation")
        .put("description", "Tells why a back is sore after deadlifting, how urgent it is")
        .put("url", base);
    capability.put("fhirVersion", "4.0.1").putArray("format").add("json");
    ObjectNode rest = capability.putArray("rest").addObject().put("mode", "server");
    var resources = rest.putArray("resource");
    ObjectNode questionnaire = resources.addObject().put("type", "Questionnaire");
    var interactions = questionnaire.putArray("interaction");
    interactions.addObject().put("code", "read");
    interactions.addObject().put("code", "search-type");
    questionnaire.putArray("searchParam").addObject().put("name", "url").put("type", "uri");
    ObjectNode response = resources.addObject().put("type", "QuestionnaireResponse");
    response
        .putArray("operation")
        .addObject()
        .put("name", "assess")
        .put("definition", urls.assess());
    return capability;
  }
}
