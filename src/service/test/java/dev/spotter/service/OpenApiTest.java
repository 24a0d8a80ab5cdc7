package dev.spotter.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The description against a validator, and against what the service really does. */
class OpenApiTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static Running running;
  private static String text;
  private static OpenAPI described;

  @BeforeAll
  static void start() throws Exception {
    running = Running.with(Map.of("SPOTTER_RULES", Running.RULES.toString()));
    text = running.get("/openapi.json").body();
    SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(text);
    assertThat(parsed.getMessages()).isEmpty();
    described = parsed.getOpenAPI();
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static Map<String, Operation> operations() {
    Map<String, Operation> operations = new TreeMap<>();
    described
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach((method, of) -> operations.put(method + " " + path, of)));
    return operations;
  }

  @Test
  void theValidatorFindsAMissingPart() throws Exception {
    ObjectNode broken = (ObjectNode) MAPPER.readTree(text);
    ((ObjectNode) broken.at("/paths/~1health/get")).remove("responses");
    ((ObjectNode) broken.path("info")).remove("title");

    assertThat(new OpenAPIV3Parser().readContents(broken.toString()).getMessages()).isNotEmpty();
  }

  @Test
  void everyRouteIsDescribedAndNoOther() {
    Set<String> routes = new TreeSet<>(running.service.routes().keySet());

    assertThat(routes).isNotEmpty().isEqualTo(operations().keySet());
  }

  @Test
  void theRoleThatARouteNeedsIsSaid() {
    Map<String, Operation> operations = operations();
    running
        .service
        .routes()
        .forEach(
            (route, role) -> {
              Operation operation = operations.get(route);
              if (role == Role.ANYONE) {
                assertThat(operation.getSecurity()).as(route).isEmpty();
              } else {
                assertThat(operation.getSecurity()).as(route).isNotEmpty();
                assertThat(operation.getDescription()).as(route).contains(role.word());
              }
            });
  }

  @Test
  void whatIsAnsweredIsDescribed() throws Exception {
    for (String route : running.service.routes().keySet()) {
      String path = route.substring(route.indexOf(' ') + 1);
      boolean post = route.startsWith("POST");
      for (String type : new String[] {"application/json", "text/csv"}) {
        for (String body : new String[] {intake(), "{", "{\"soreness\":{\"worst\":99}}"}) {
          HttpResponse<String> response =
              running.send(
                  post
                      ? running
                          .to(Running.filled(path))
                          .header("Content-Type", type)
                          .POST(BodyPublishers.ofString(body))
                      : running.to(Running.filled(path)));
          described(route, response);
        }
      }
      if (!post) {
        described(
            route, running.get(Running.filled(path), "If-None-Match", "x", "Accept", "image/png"));
      }
    }
  }

  private static String intake() throws Exception {
    return Files.readString(
        Running.ROOT.resolve("facts/clients/anna.json"), StandardCharsets.UTF_8);
  }

  private static void described(String route, HttpResponse<String> response) throws Exception {
    if (response.statusCode() == 405) {
      return;
    }
    String pointer =
        "/paths/"
            + route.substring(route.indexOf(' ') + 1).replace("~", "~0").replace("/", "~1")
            + "/"
            + route.substring(0, route.indexOf(' ')).toLowerCase(java.util.Locale.ROOT)
            + "/responses/"
            + response.statusCode();
    JsonNode root = MAPPER.readTree(text);
    JsonNode said = root.at(pointer);
    if (said.has("$ref")) {
      said = root.at(said.path("$ref").textValue().substring(1));
    }
    assertThat(said.isMissingNode()).as(route + " " + response.statusCode()).isFalse();
    String type = response.headers().firstValue("Content-Type").orElse("").split(";")[0];
    JsonNode schema = said.path("content").path(type).path("schema");
    if (!type.isEmpty()) {
      assertThat(schema.isMissingNode()).as(route + " " + type).isFalse();
    }
    if (type.endsWith("json")) {
      ObjectNode whole = ((ObjectNode) root.deepCopy()).setAll((ObjectNode) schema);
      assertThat(
              JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                  .getSchema(whole)
                  .validate(MAPPER.readTree(response.body())))
          .as(route)
          .isEmpty();
    }
  }
}
