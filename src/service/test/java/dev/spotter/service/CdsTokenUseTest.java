package dev.spotter.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.spotter.ehr.SigningClient;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** CDS Hooks with tokens that are good: for what, how often, and on whose list. */
class CdsTokenUseTest extends CdsAttack {
  @Test
  void aGoodTokenIsTakenOnce() throws Exception {
    String token = token();
    assertThat(call(token, good()).statusCode()).isEqualTo(200);
    assertThat(call(token, good()).statusCode()).isEqualTo(401);
    assertThat(
            call(token(c -> c.audience(List.of("https://x.example", AUDIENCE))), good())
                .statusCode())
        .isEqualTo(200);
    String shared = token(c -> c.jwtID("shared"));
    assertThat(call(shared, good()).statusCode()).isEqualTo(200);
    String others =
        second.token(
            SigningClient.claims(AUDIENCE)
                .issuer("https://second.example")
                .jwtID("shared")
                .build());
    assertThat(call(others, good()).statusCode()).as("another issuer's same jti").isEqualTo(200);
  }

  @Test
  void aTokenThatWasRefusedIsNotUsedUp() throws Exception {
    String token = token();
    String forged = token.substring(0, token.lastIndexOf('.')) + ".AAAA";
    assertThat(call(forged, good()).statusCode()).isEqualTo(401);
    assertThat(call(token, good()).statusCode()).isEqualTo(200);
  }

  @Test
  void ofManyAtTheSameTimeOneIsTaken() throws Exception {
    String token = token();
    List<Integer> statuses =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(
                i -> {
                  try {
                    return call(token, good()).statusCode();
                  } catch (Exception e) {
                    throw new IllegalStateException(e);
                  }
                })
            .toList();
    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 401);
  }

  @Test
  void theDiscoveryNeedsATokenOfItsOwn() throws Exception {
    String token = token(c -> c.audience(KNOWN + CdsRoutes.SERVICES));
    String bearer = "Bearer " + token;

    assertThat(running.get(CdsRoutes.SERVICES).statusCode()).isEqualTo(401);
    assertThat(running.get(CdsRoutes.SERVICES, "Authorization", "Bearer " + token()).statusCode())
        .as("one for the cards")
        .isEqualTo(401);
    assertThat(running.get(CdsRoutes.SERVICES, "Authorization", bearer).statusCode())
        .isEqualTo(200);
    assertThat(running.get(CdsRoutes.SERVICES, "Authorization", bearer).statusCode())
        .as("once more")
        .isEqualTo(401);
  }

  @Test
  void anEmptyListRefusesEverybodyAndAnOrdinaryTokenIsNone() throws Exception {
    Token ordinary = Token.make("desk", List.of("assessor"));
    String setting = ordinary.setting().substring(ordinary.setting().indexOf(':') + 1).strip();
    try (Running nobody =
        Running.with(Map.of("SPOTTER_URL", KNOWN, "SPOTTER_TOKENS_DESK", setting))) {
      for (String token : List.of(token(), ordinary.secret())) {
        assertThat(
                nobody
                    .post(PATH, "application/json", good(), "Authorization", "Bearer " + token)
                    .statusCode())
            .isEqualTo(401);
      }
      assertThat(nobody.get(CdsRoutes.SERVICES).statusCode()).isEqualTo(401);
    }
    assertThat(
            running
                .post("/v1/rules", "application/json", "", "Authorization", "Bearer " + token())
                .statusCode())
        .isEqualTo(405);
    assertThat(
            running
                .post(
                    CdsRoutes.FEEDBACK,
                    "application/json",
                    "{}",
                    "Authorization",
                    "Bearer " + token())
                .statusCode())
        .isEqualTo(401);
  }
}
