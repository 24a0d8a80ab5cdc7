package dev.spotter.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What ends: the service, a request that takes too long, a caller who sends too slowly. */
class EndTest {
  private static String clients(int count) throws IOException {
    String client =
        Files.readString(Running.ROOT.resolve("facts/clients/anna.json")).replace("\n", " ");
    return String.join("\n", java.util.Collections.nCopies(count, client));
  }

  @Test
  void whatIsUnderWayIsAnsweredBeforeTheServiceEnds() throws Exception {
    Running running =
        Running.with(
            Map.of(
                "SPOTTER_RULES",
                Running.RULES.toString(),
                "SPOTTER_LIMITS_BODY_BYTES",
                "50000000",
                "SPOTTER_SHUTDOWN_SECONDS",
                "60"));
    int count = 4_000;
    String many = clients(count);
    CompletableFuture<HttpResponse<String>> answer =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return running.post("/v1/assessments", "application/x-ndjson", many);
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    String figures = "";
    while (!figures.contains("spotter_clients_total")) {
      figures = running.get("/metrics").body();
    }
    int port = running.port();
    running.close();

    assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    assertThat(answer.get().body().lines()).hasSize(count);
    assertThatThrownBy(() -> new Socket("127.0.0.1", port).close()).isInstanceOf(IOException.class);
  }

  @Test
  void tooMuchIsRefused() throws Exception {
    try (Running running =
        Running.with(
            Map.of(
                "SPOTTER_RULES", Running.RULES.toString(),
                "SPOTTER_LIMITS_BODY_BYTES", "100000",
                "SPOTTER_LIMITS_CLIENTS", "3"))) {
      String head =
          "POST /v1/assessments HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
              + "Connection: close\r\n";
      // Told before the body is sent, for a caller who is still sending may miss the answer.
      assertThat(
              running.raw(
                  (head + "Content-Length: 100001\r\n\r\n").getBytes(StandardCharsets.US_ASCII)))
          .startsWith("HTTP/1.1 413");
      assertThat(running.post("/v1/assessments", "application/x-ndjson", clients(4)).statusCode())
          .isEqualTo(413);
      assertThat(running.post("/v1/assessments", "application/x-ndjson", clients(3)).statusCode())
          .isEqualTo(200);
      String chunked =
          head
              + "Transfer-Encoding: chunked\r\n\r\n186a1\r\n"
              + "x".repeat(100_001)
              + "\r\n0\r\n\r\n";
      assertThat(running.raw(chunked.getBytes(StandardCharsets.US_ASCII)))
          .startsWith("HTTP/1.1 413");
      assertThat(running.get("/ready").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aRequestThatTakesTooLongIsGivenUp() throws Exception {
    try (Running running =
        Running.with(
            Map.of(
                "SPOTTER_RULES", Running.RULES.toString(),
                "SPOTTER_LIMITS_BODY_BYTES", "500000000",
                "SPOTTER_LIMITS_CLIENTS", "1000000",
                "SPOTTER_LIMITS_SECONDS", "1"))) {
      HttpResponse<String> response =
          running.post("/v1/assessments", "application/x-ndjson", clients(60_000));

      assertThat(response.statusCode()).isEqualTo(503);
      assertThat(response.body()).contains("send fewer clients");
    }
  }

  @Test
  void whoSendsTooSlowlyIsCutOff() throws Exception {
    try (Running running =
        Running.with(
            Map.of("SPOTTER_RULES", Running.RULES.toString(), "SPOTTER_LIMITS_SECONDS", "2"))) {
      try (Socket socket = new Socket("127.0.0.1", running.port())) {
        socket.setSoTimeout(15_000);
        OutputStream out = socket.getOutputStream();
        out.write(
            ("POST /v1/assessments HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 1000\r\n\r\n{")
                .getBytes(StandardCharsets.US_ASCII));
        out.flush();
        InputStream in = socket.getInputStream();
        String answer = new String(in.readAllBytes(), StandardCharsets.US_ASCII);

        assertThat(answer).isNotEmpty().doesNotContain("HTTP/1.1 200", "HTTP/1.1 500");
      }
      assertThat(running.get("/health").statusCode()).isEqualTo(200);
    }
  }
}
