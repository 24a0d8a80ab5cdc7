package dev.spotter.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** CDS Hooks called by pages of other origins. */
class CdsOriginAttackTest extends CdsAttack {
  @TestFactory
  Stream<DynamicTest> pagesOfOtherOriginsMayNotCall() {
    return Stream.of(
            "null",
            "*",
            "http://ehr.example",
            "https://ehr.example:443",
            "https://ehr.example:8443",
            "https://other.example",
            "https://EHR.example",
            "HTTPS://ehr.example",
            "https://a.ehr.example",
            "https://ehr.example.evil.example",
            "https://evilehr.example",
            "https://ehr.example/",
            "https://ehr.example, https://evil.example",
            "https://ehr.example%00.evil.example",
            "https://user@ehr.example",
            "file://")
        .map(
            origin ->
                DynamicTest.dynamicTest(
                    origin,
                    () -> {
                      HttpResponse<String> called = call(token(), good(), "Origin", origin);
                      HttpResponse<String> asked = preflight(origin);
                      for (HttpResponse<String> answer : List.of(called, asked)) {
                        assertThat(answer.statusCode()).isEqualTo(403);
                        assertThat(answer.headers().map().keySet())
                            .noneMatch(
                                h ->
                                    h.toLowerCase(java.util.Locale.ROOT)
                                        .startsWith("access-control"));
                        assertThat(answer.body()).doesNotContain("evil");
                      }
                    }));
  }

  private static HttpResponse<String> preflight(String origin) throws Exception {
    return running.send(
        running
            .to(PATH)
            .header("Origin", origin)
            .header("Access-Control-Request-Method", "POST")
            .method("OPTIONS", java.net.http.HttpRequest.BodyPublishers.noBody()));
  }

  @Test
  void pagesOfListedOriginsMay() throws Exception {
    for (String origin : List.of(ORIGIN, "https://other.example:8443")) {
      HttpResponse<String> asked = preflight(origin);
      assertThat(asked.statusCode()).isEqualTo(204);
      for (HttpResponse<String> answer : List.of(asked, call(token(), good(), "Origin", origin))) {
        assertThat(answer.statusCode()).isIn(200, 204);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).hasValue(origin);
        assertThat(answer.headers().firstValue("Vary")).hasValue("Origin");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Credentials")).isEmpty();
      }
    }
    assertThat(call("", good(), "Origin", ORIGIN).statusCode()).isEqualTo(401);
    assertThat(running.get("/v1/rules", "Origin", ORIGIN).headers().map())
        .doesNotContainKey("access-control-allow-origin");
  }
}
