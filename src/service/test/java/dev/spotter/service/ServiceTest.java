package dev.spotter.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.spotter.Answer;
import dev.spotter.Spotter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ServiceTest {
  private static final String JSON = "application/json";
  private static final String NDJSON = "application/x-ndjson";
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static Running running;

  @BeforeAll
  static void start() {
    running = Running.with(Map.of("SPOTTER_RULES", Running.RULES.toString()));
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static String file(String name) throws IOException {
    return Files.readString(Running.ROOT.resolve("facts/clients").resolve(name));
  }

  private static JsonNode json(HttpResponse<String> response) throws IOException {
    return MAPPER.readTree(response.body());
  }

  private static HttpResponse<String> assess(String type, String body, String... headers)
      throws IOException, InterruptedException {
    return running.post("/v1/assessments", type, body, headers);
  }

  /** What the library says, without any service. */
  private static String direct(String body) throws IOException {
    Spotter spotter = Spotter.load(Running.RULES);
    List<Answer> answers = new ArrayList<>();
    spotter.read(
        "request.json",
        new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)),
        r -> answers.add(Answer.to(r, spotter, false)));
    StringWriter text = new StringWriter();
    answers.get(0).write(MAPPER.getFactory().createGenerator(text));
    return text.toString();
  }

  private static void problem(HttpResponse<String> response, int status) throws IOException {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(Problems.TYPE);
    JsonNode document = json(response);
    assertThat(document.path("status").intValue()).isEqualTo(status);
    assertThat(document.path("title").textValue()).isNotBlank();
    assertThat(document.path("detail").textValue()).isNotBlank();
    assertThat(response.headers().firstValue(Requests.HEADER))
        .hasValue(document.path("requestId").textValue());
  }

  @Test
  void oneClientIsAnsweredByteForByteAsByTheLibrary() throws Exception {
    for (String name : List.of("anna.json", "elif.json", "ines.json", "farid.json")) {
      HttpResponse<String> response = assess(JSON, file(name));

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEqualTo(direct(file(name)));
      assertThat(response.headers().firstValue("X-Rule-Set"))
          .hasValue(json(response).path("ruleSet").textValue());
    }
  }

  @Test
  void ofManyEachStandsForItself() throws Exception {
    String list = "[" + file("anna.json") + "," + file("broken-names.json") + "]";
    JsonNode answers = json(assess(JSON, list));

    assertThat(answers).hasSize(2);
    assertThat(answers.get(0).path("status").textValue()).isEqualTo("assessed");
    assertThat(answers.get(1).path("status").textValue()).isEqualTo("rejected");
  }

  @Test
  void aClientALineIsAnsweredWithALineEach() throws Exception {
    String lines = file("team.ndjson");
    HttpResponse<String> response = assess(NDJSON, lines);

    assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith(NDJSON);
    List<String> answers = response.body().lines().toList();
    assertThat(answers).hasSameSizeAs(lines.lines().filter(l -> !l.isBlank()).toList());
    for (String answer : answers) {
      assertThat(MAPPER.readTree(answer).path("schemaVersion").intValue()).isEqualTo(1);
    }
  }

  @Test
  void yamlAndTextAreSpokenToo() throws Exception {
    HttpResponse<String> yaml = assess("application/yaml", file("lena.yaml"));
    assertThat(json(yaml).path("status").textValue()).isEqualTo("assessed");

    HttpResponse<String> text = assess(JSON, file("anna.json"), "Accept", "text/plain");
    assertThat(text.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(text.body())
        .contains("Advice for training and triage, not a diagnosis.")
        .doesNotContain("\u001b");
    HttpResponse<String> clinician =
        running.post(
            "/v1/assessments?audience=clinician", JSON, file("anna.json"), "Accept", "text/plain");
    assertThat(clinician.body()).isNotEqualTo(text.body());
  }

  @Test
  void explainAddsHowRulesMatched() throws Exception {
    HttpResponse<String> response =
        running.post("/v1/assessments?explain=true", JSON, file("anna.json"));

    assertThat(json(response).path("matches")).isNotEmpty();
    assertThat(json(assess(JSON, file("anna.json"))).has("matches")).isFalse();
  }

  @Test
  void theOnlyClientIsRefusedWithPlacesAndWithoutWhatItSaid() throws Exception {
    String body = "{\"id\":\"x\",\"soreness\":{\"worst\":77123,\"onset\":\"secret-marker\"}}";
    HttpResponse<String> response = assess(JSON, body);

    problem(response, 422);
    assertThat(response.body()).doesNotContain("77123").doesNotContain("secret-marker");
    assertThat(json(response).path("problems").findValuesAsText("path"))
        .containsExactly("soreness.worst", "soreness.onset");
    problem(assess(JSON, "{\"id\":"), 400);
    problem(assess(JSON, ""), 400);
  }

  @Test
  void whatCannotBeReadOrWrittenIsRefused() throws Exception {
    problem(assess("text/csv", "a,b"), 415);
    problem(assess(JSON, "{}", "Accept", "image/png"), 406);
    problem(assess(JSON, "{}", "Content-Encoding", "gzip"), 415);
    problem(running.post("/v1/assessments?audience=cat", JSON, "{}", "Accept", "text/plain"), 400);
    problem(running.get("/nowhere"), 404);
    problem(running.get("/v1/assessments"), 405);
  }

  @Test
  void theWordsOfAnOpenServiceAreForThisMachineAlone() throws IOException {
    String answer =
        running.raw(
            "GET /v1/rules HTTP/1.1\r\nHost: evil.example:80\r\nConnection: close\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
    assertThat(answer).startsWith("HTTP/1.1 421");
  }

  @Test
  void whatIsUnchangedIsNotSentAgain() throws Exception {
    for (String path : List.of("/v1/questions", "/v1/rules", "/v1/schema", "/openapi.json")) {
      HttpResponse<String> first = running.get(path);
      String tag = first.headers().firstValue("ETag").orElseThrow();

      assertThat(running.get(path, "If-None-Match", tag).statusCode()).as(path).isEqualTo(304);
      assertThat(running.get(path, "If-None-Match", "\"other\"").body()).isEqualTo(first.body());
    }
  }

  @Test
  void theQuestionsAreTheVocabularyInItsOrder() throws Exception {
    List<String> ids = new ArrayList<>();
    json(running.get("/v1/questions"))
        .path("sections")
        .forEach(s -> s.path("questions").forEach(q -> ids.add(q.path("id").textValue())));

    assertThat(ids)
        .containsExactlyElementsOf(
            running.service.spotter().rules().vocabulary().questions().stream()
                .map(q -> q.id())
                .toList());
  }

  @Test
  void theSchemaThatIsServedFitsWhatIsTaken() throws Exception {
    JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    JsonSchema intake = factory.getSchema(running.get("/v1/schema").body());
    JsonSchema answer = factory.getSchema(running.get("/v1/schema/answer").body());
    String good = file("anna.json");

    assertThat(intake.validate(MAPPER.readTree(good))).isEmpty();
    assertThat(answer.validate(json(assess(JSON, good)))).isEmpty();
    assertThat(intake.validate(MAPPER.readTree("{\"soreness\":{\"worst\":77}}"))).isNotEmpty();
  }

  @Test
  void aRequestKeepsTheIdThatItsCallerGaveUnlessItIsNone() throws Exception {
    assertThat(
            running.get("/health", Requests.HEADER, "abc-1.2").headers().firstValue("X-Request-Id"))
        .hasValue("abc-1.2");
    assertThat(
            running
                .get("/health", Requests.HEADER, "two words; and a line")
                .headers()
                .firstValue("X-Request-Id")
                .orElseThrow())
        .matches("[0-9a-f-]{36}");
  }

  @Test
  void theFiguresCountRequestsAndClientsOnly() throws Exception {
    assess(JSON, file("anna.json"));
    String figures = running.get("/metrics").body();

    assertThat(figures)
        .contains("spotter_clients_total{status=\"assessed\"}")
        .contains("route=\"/v1/assessments\"")
        .contains("spotter_rules ");
  }
}
