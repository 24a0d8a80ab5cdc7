package dev.spotter.ehr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A small record system: a FHIR server that keeps QuestionnaireResponses in memory, a client of CDS
 * Hooks that does the prefetch the service asks for, and pages that show the cards.
 */
public final class StubEhr implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<JsonNode> responses = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final SigningClient client;
  private final String service;
  private final String known;

  /**
   * @param service where the service answers
   * @param known the address by which it knows itself, for tokens
   */
  public StubEhr(SigningClient client, String service, String known) throws IOException {
    this.client = client;
    this.service = service;
    this.known = known;
    this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Where the pages are. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Keeps a response of a patient. */
  public void keep(String patient, ObjectNode response) {
    ObjectNode kept = response.deepCopy();
    kept.putObject("subject").put("reference", "Patient/" + patient);
    responses.add(kept);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    int status = 200;
    String type = "text/html; charset=utf-8";
    String body;
    try {
      if (path.equals("/fhir/QuestionnaireResponse")) {
        type = "application/fhir+json";
        body = search(exchange.getRequestURI().getRawQuery()).toString();
      } else if (path.startsWith("/patient/")) {
        body = page(path.substring("/patient/".length()));
      } else if (path.startsWith("/feedback/")) {
        String[] parts = path.split("/");
        body = CardPage.page("Feedback", sent(parts[2], parts[3], parts[4]));
      } else {
        body = CardPage.page("Patients", patients());
      }
    } catch (IOException | InterruptedException | RuntimeException e) {
      status = 502;
      body = CardPage.page("Failed", CardPage.escaped(String.valueOf(e)));
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private String patients() {
    StringBuilder out = new StringBuilder();
    responses.stream()
        .map(r -> r.at("/subject/reference").asText().replace("Patient/", ""))
        .distinct()
        .map(CardPage::escaped)
        .forEach(p -> out.append("<p><a href=\"/patient/").append(p + "\">" + p + "</a>"));
    return out.toString();
  }

  private String page(String patient) throws IOException, InterruptedException {
    HttpResponse<String> cards = cards(patient);
    return cards.statusCode() == 200
        ? CardPage.cards(patient, JSON.readTree(cards.body()))
        : CardPage.page("Refused", CardPage.escaped(cards.body()));
  }

  /** The search as the template of the prefetch writes it. */
  ObjectNode search(String query) {
    Map<String, String> asked = new HashMap<>();
    for (String part : query.split("&")) {
      String[] pair = URLDecoder.decode(part, StandardCharsets.UTF_8).split("=", 2);
      asked.put(pair[0], pair[1]);
    }
    ObjectNode bundle = JSON.createObjectNode().put("resourceType", "Bundle");
    bundle.put("type", "searchset");
    responses.stream()
        .filter(r -> r.at("/subject/reference").asText().equals(asked.get("subject")))
        .filter(r -> r.path("questionnaire").asText().startsWith(asked.get("questionnaire")))
        .filter(r -> List.of(asked.get("status").split(",")).contains(r.path("status").asText()))
        .sorted(Comparator.<JsonNode, String>comparing(r -> r.path("authored").asText()).reversed())
        .limit(Long.parseLong(asked.getOrDefault("_count", "10")))
        .forEach(r -> bundle.withArray("entry").addObject().set("resource", r));
    return bundle;
  }

  /** Opens a patient: asks what there is to call, does its prefetch, and calls. */
  public HttpResponse<String> cards(String patient) throws IOException, InterruptedException {
    JsonNode described = described();
    ObjectNode prefetch = JSON.createObjectNode();
    described
        .path("prefetch")
        .properties()
        .forEach(
            e -> {
              String query = e.getValue().asText().replace("{{context.patientId}}", patient);
              ObjectNode found = search(query.substring(query.indexOf('?') + 1));
              prefetch.set(e.getKey(), found.has("entry") ? found : null);
            });
    return call(patient, prefetch);
  }

  private JsonNode described() throws IOException, InterruptedException {
    return JSON.readTree(client.get(service, known, "/cds-services").body()).at("/services/0");
  }

  /** Calls with this prefetch, or with none. */
  public HttpResponse<String> call(String patient, JsonNode prefetch)
      throws IOException, InterruptedException {
    JsonNode described = described();
    ObjectNode body = JSON.createObjectNode().put("hook", described.path("hook").asText());
    body.put("hookInstance", UUID.randomUUID().toString());
    body.putObject("context").put("patientId", patient).put("userId", "Practitioner/1");
    if (prefetch != null) {
      body.set("prefetch", prefetch);
    }
    return post(described.path("id").asText(), body.toString());
  }

  /** Posts to a service by its id, or to its feedback. */
  public HttpResponse<String> post(String id, String body)
      throws IOException, InterruptedException {
    return client.post(service, known, "/cds-services/" + id, body);
  }

  private String sent(String act, String card, String value)
      throws IOException, InterruptedException {
    return CardPage.escaped(feedback(act.equals("accept"), card, value).body());
  }

  /** Tells what became of a card: the suggestion that was accepted, or the reason's code. */
  public HttpResponse<String> feedback(boolean accepted, String card, String value)
      throws IOException, InterruptedException {
    ObjectNode body = JSON.createObjectNode();
    ObjectNode one = body.putArray("feedback").addObject().put("card", card);
    one.put("outcome", accepted ? "accepted" : "overridden");
    one.put("outcomeTimestamp", java.time.Instant.now().toString());
    if (accepted) {
      one.putArray("acceptedSuggestions").addObject().put("id", value);
    } else {
      one.putObject("overrideReason").putObject("reason").put("code", value);
    }
    return post(described().path("id").asText() + "/feedback", body.toString());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
