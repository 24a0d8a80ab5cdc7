package dev.spotter.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spotter.Spotter;
import dev.spotter.assess.Assessment;
import dev.spotter.fhir.Fhir;
import dev.spotter.intake.Reading;
import dev.spotter.rules.RuleFailed;
import dev.spotter.rules.RuleSet;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** The routes below {@code /fhir}: FHIR R4, of which refusals are OperationOutcomes. */
final class FhirRoutes {
  static final String PATH = "/fhir/";
  static final String TYPE = "application/fhir+json";

  /** The questionnaire's id; a rule set has one. */
  private static final String ID = "spotter";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Supplier<Spotter> now;
  private final Settings settings;
  private final Figures figures;
  private final Decisions decisions;
  private final Knowledge.Page questionnaire = page(Fhir::questionnaire);
  private final Knowledge.Page operation = page(Fhir::operation);

  FhirRoutes(Supplier<Spotter> now, Settings settings, Figures figures, Decisions decisions) {
    this.now = now;
    this.settings = settings;
    this.figures = figures;
    this.decisions = decisions;
  }

  private Knowledge.Page page(java.util.function.Function<Fhir, ObjectNode> resource) {
    return new Knowledge.Page(TYPE, rules -> bytes(resource.apply(fhir(rules))));
  }

  private Fhir fhir(RuleSet rules) {
    return Fhir.of(rules, settings.fhirBase());
  }

  private static byte[] bytes(ObjectNode resource) {
    return Fhir.text(resource).getBytes(StandardCharsets.UTF_8);
  }

  private static void write(Context context, int status, ObjectNode resource) {
    context.status(status).contentType(TYPE).result(bytes(resource));
  }

  /** {@code GET /fhir/metadata}. */
  void capability(Context context) {
    String base = settings.url() + PATH.substring(0, PATH.length() - 1);
    write(context, 200, fhir(now.get().rules()).capability(base));
  }

  /** {@code GET /fhir/Questionnaire/{id}}. */
  void questionnaire(Context context) {
    known(context, ID);
    questionnaire.get(context, now.get().rules());
  }

  /** {@code GET /fhir/OperationDefinition/{id}}. */
  void operation(Context context) {
    known(context, "assess");
    operation.get(context, now.get().rules());
  }

  private static void known(Context context, String id) {
    if (!context.pathParam("id").equals(id)) {
      throw JettyProblems.plain(404);
    }
  }

  /** {@code GET /fhir/Questionnaire}: all there are, or the one of that url and version. */
  void search(Context context) {
    ObjectNode found = fhir(now.get().rules()).questionnaire();
    String url = context.queryParam("url");
    boolean fits =
        url == null
            || url.equals(found.path("url").textValue())
            || url.equals(found.path("url").textValue() + "|" + found.path("version").textValue());
    ObjectNode bundle = JSON.createObjectNode().put("resourceType", "Bundle");
    bundle.put("type", "searchset").put("total", fits ? 1 : 0);
    if (fits) {
      ObjectNode entry = bundle.putArray("entry").addObject();
      entry.put("fullUrl", settings.url() + PATH + "Questionnaire/" + ID).set("resource", found);
      entry.putObject("search").put("mode", "match");
    }
    write(context, 200, bundle);
  }

  /** {@code POST /fhir/QuestionnaireResponse/$assess}: the response, alone or in Parameters. */
  void assess(Context context) throws IOException {
    String type = String.valueOf(context.contentType()).split(";", 2)[0].strip();
    if (!type.equals(TYPE) && !type.equals("application/json")) {
      throw new Refused(415, "Unsupported media type", "send " + TYPE);
    }
    byte[] body = Body.of(context, settings.limits().bodyBytes());
    Spotter spotter = now.get();
    Fhir fhir = fhir(spotter.rules());
    Reading reading = Problems.silent(fhir.intake("request", response(body)));
    context.header("X-Rule-Set", spotter.rules().id());
    if (reading instanceof Reading.Read read) {
      try {
        Assessment assessment = spotter.assess(read.intake());
        decisions.kept(context, spotter, read, assessment);
        ObjectNode answer = fhir.answer(assessment, read);
        figures.answered("assessed");
        write(context, 200, answer);
      } catch (RuleFailed e) {
        figures.answered("failed");
        write(context, 500, fhir.outcome(e));
      }
    } else {
      figures.answered("rejected");
      write(context, 422, fhir.outcome((Reading.Rejected) reading));
    }
  }

  /** The resource within Parameters; what is none goes on as it is, to be refused by its reader. */
  private static byte[] response(byte[] body) throws IOException {
    if (!new String(body, StandardCharsets.UTF_8).contains("\"Parameters\"")) {
      return body;
    }
    try {
      JsonNode parameters = JSON.readTree(body);
      if (parameters.path("resourceType").asText().equals("Parameters")) {
        for (JsonNode parameter : parameters.path("parameter")) {
          if (parameter.path("name").asText().equals("response")) {
            return JSON.writeValueAsBytes(parameter.path("resource"));
          }
        }
      }
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      return body;
    }
    return body;
  }

  /** A refusal of these routes. */
  static ObjectNode outcome(Refused refused, String request) {
    String code =
        switch (refused.status()) {
          case 401 -> "login";
          case 403 -> "forbidden";
          case 404 -> "not-found";
          case 405, 406, 415 -> "not-supported";
          case 413 -> "too-long";
          case 429 -> "throttled";
          case 500 -> "exception";
          case 503 -> "transient";
          default -> "processing";
        };
    ObjectNode outcome = JSON.createObjectNode().put("resourceType", "OperationOutcome");
    ObjectNode issue = outcome.putArray("issue").addObject();
    issue.put("severity", "error").put("code", code);
    issue.putObject("details").put("text", refused.title() + ": " + refused.getMessage());
    issue.put("diagnostics", "requestId " + request);
    return outcome;
  }
}
