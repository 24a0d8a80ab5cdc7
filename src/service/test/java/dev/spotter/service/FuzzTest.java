package dev.spotter.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Bad requests to every route: none may bring about a 500, a hang, or a word of what was sent in
 * the answer or the log. What was sent is marked.
 */
class FuzzTest {
  private static final int REQUESTS = Integer.getInteger("spotter.requests", 4_000);
  private static final long SEED = Long.getLong("spotter.seed", 20261125L);
  private static final String MARK = "zqmarkerqz";

  private static final List<String> METHODS =
      List.of("GET", "POST", "POST", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "TRACE", "ZQ");
  private static final List<String> TYPES =
      List.of(
          "application/json",
          "application/json",
          "application/x-ndjson",
          "application/yaml",
          "application/fhir+json",
          "text/plain",
          "multipart/form-data; boundary=x",
          "",
          "/",
          MARK);
  private static final List<String> ACCEPTS =
      List.of(
          "*/*", "application/json", "text/plain", "application/x-ndjson", "image/png", ",;,", "");

  private final Random random = new Random(SEED);
  private final List<String> bodies = bodies();
  private final List<String> routes = new ArrayList<>();

  private static List<String> bodies() {
    try {
      List<String> bodies = new ArrayList<>();
      for (String name : List.of("anna.json", "elif.json", "lena.yaml", "team.ndjson")) {
        bodies.add(Files.readString(Running.ROOT.resolve("facts/clients").resolve(name)));
      }
      return bodies;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void noBadRequestBringsAboutA500OrSaysWhatWasSent() throws Exception {
    System.out.println("FuzzTest: seed " + SEED + ", " + REQUESTS + " requests");
    Path log = Path.of(System.getProperty("org.slf4j.simpleLogger.logFile"));
    Map<String, Integer> statuses = new TreeMap<>();
    try (Running running =
        Running.with(
            Map.of(
                "SPOTTER_RULES", Running.RULES.toString(),
                "SPOTTER_LIMITS_BODY_BYTES", "200000",
                "SPOTTER_LIMITS_CLIENTS", "100",
                "SPOTTER_LIMITS_SECONDS", "10"))) {
      for (String route : running.service.routes().keySet()) {
        routes.addAll(Collections.nCopies(route.startsWith("POST") ? 8 : 1, Running.filled(route)));
      }
      for (int i = 0; i < REQUESTS; i++) {
        byte[] request = request();
        String shown = "request " + i + " of seed " + SEED + ": " + shown(request);
        long begin = System.nanoTime();
        String answer = running.raw(request);
        assertThat((System.nanoTime() - begin) / 1_000_000).as(shown).isLessThan(15_000);
        String last = answer.replaceFirst("^HTTP/1.1 100 Continue\r\n\r\n", "");
        String status = last.startsWith("HTTP/1.1 ") ? last.substring(9, 12) : "none";
        statuses.merge(status, 1, Integer::sum);
        assertThat(status).as(shown + "\n" + answer).isNotIn("500", "502");
        assertThat(answer).as(shown).doesNotContain(MARK);
      }
      assertThat(running.get("/ready").statusCode()).isEqualTo(200);
      assertThat(running.post("/v1/assessments", "application/json", bodies.get(0)).statusCode())
          .isEqualTo(200);
    }
    System.out.println("FuzzTest: " + statuses);
    assertThat(statuses).containsKeys("200", "400", "404", "405", "415", "422");
    assertThat(Files.readAllLines(log, StandardCharsets.ISO_8859_1))
        .isNotEmpty()
        .noneMatch(line -> line.contains(MARK));
  }

  private static String shown(byte[] request) {
    String text = new String(request, StandardCharsets.ISO_8859_1);
    return text.substring(0, Math.min(400, text.length()));
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private byte[] request() {
    byte[] body = body().getBytes(StandardCharsets.UTF_8);
    for (int i = random.nextInt(4) - 1; i > 0 && body.length > 0; i--) {
      body[random.nextInt(body.length)] = (byte) random.nextInt(256);
    }
    boolean likely = random.nextInt(10) < 6;
    StringBuilder head = new StringBuilder();
    head.append(likely ? one(routes) : one(METHODS) + " " + path()).append(" HTTP/1.1\r\n");
    Map<String, String> headers = new HashMap<>();
    headers.put("Host", "localhost");
    headers.put("Connection", "close");
    headers.put("Content-Type", one(likely ? TYPES.subList(0, 4) : TYPES));
    headers.put("Accept", one(likely ? ACCEPTS.subList(0, 4) : ACCEPTS));
    headers.put("Content-Length", String.valueOf(body.length));
    switch (random.nextInt(likely ? 40 : 13)) {
      case 0 -> headers.put("Content-Length", "-1");
      case 1 -> headers.put("Content-Length", "99999999999");
      case 2 -> headers.put("Content-Length", String.valueOf(body.length / 2));
      case 3 -> headers.put("Transfer-Encoding", "chunked");
      case 4 -> headers.put("X-Request-Id", MARK + "\u00e4");
      case 5 -> headers.put("Authorization", "Bearer " + MARK);
      case 6 -> headers.put("Host", MARK);
      case 7 -> headers.put("Expect", "100-continue");
      case 8 -> headers.put("If-None-Match", MARK);
      case 9 -> headers.put("Content-Encoding", "gzip");
      case 10 -> headers.put(MARK, MARK);
      case 11 -> headers.remove("Host");
      case 12 -> headers.put("Cookie", MARK + "=" + "x".repeat(random.nextInt(20_000)));
      default -> {}
    }
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[start.length + body.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(body, 0, all, start.length, body.length);
    if (random.nextInt(30) == 0) {
      all[random.nextInt(start.length)] = (byte) random.nextInt(256);
    }
    return all;
  }

  private String path() {
    String path = one(routes).split(" ")[1];
    return switch (random.nextInt(12)) {
      case 0 -> path + "/" + MARK;
      case 1 -> path + "?explain=" + MARK + "&audience=" + MARK;
      case 2 -> path + "?audience=" + MARK;
      case 3 -> path.replace("/", "//");
      case 4 -> path + "%" + MARK;
      case 5 -> "/" + MARK + "/../" + path;
      case 6 -> path + "?" + "a=b&".repeat(random.nextInt(3_000));
      default -> path;
    };
  }

  private String body() {
    String body = one(bodies);
    return switch (random.nextInt(16)) {
      case 0 -> "";
      case 1 -> body.substring(0, random.nextInt(body.length()));
      case 2 -> "[".repeat(random.nextInt(5_000));
      case 3 -> "{\"a\":".repeat(random.nextInt(5_000));
      case 4 -> "{\"id\":\"x\u0000\",\"soreness\":{\"worst\":\"" + MARK + "\"}}";
      case 5 -> "{\"soreness\":{\"onset\":\"" + MARK + "\",\"worst\":1e999999}}";
      case 6 -> "[" + "{},".repeat(random.nextInt(300)) + "{}]";
      case 7 -> "\"" + MARK + "x".repeat(random.nextInt(300_000)) + "\"";
      case 8 -> "a: &a [" + MARK + "]\nb: [*a,*a,*a,*a]\n";
      case 9 -> "{\"id\":\"x\",\"at\":\"" + MARK + "\",\"zone\":\"" + MARK + "\"}";
      case 10 -> "{\"resourceType\":\"" + MARK + "\"}";
      case 11 -> "{\"id\":\"x\",\"history\":{\"sessions\":[{\"start\":\"" + MARK + "\"}]}}";
      case 12 -> "{\"" + MARK + "\":{\"" + MARK + "\":\"" + MARK + "\"}}";
      case 13 ->
          body.replaceFirst("(onset|worst|sex|at|zone)(\"?): *[^,}\\n]*", "$1$2: \"" + MARK + "\"");
      case 14 -> "\ufeff" + body;
      default -> body;
    };
  }
}
