package dev.spotter.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Tokens and roles: what must be let in, and a table of what must not. */
class AttackTest {
  private static final String ISSUER = "https://issuer.example";
  private static final String AUDIENCE = "spotter";

  @TempDir static Path folder;
  private static RSAKey rsa;
  private static ECKey ec;
  private static RSAKey foreign;
  private static Running running;
  private static final Map<String, String> TOKENS = new HashMap<>();

  @BeforeAll
  static void start() throws Exception {
    rsa = new RSAKeyGenerator(2048).keyID("r1").generate();
    ec = new ECKeyGenerator(Curve.P_256).keyID("e1").generate();
    foreign = new RSAKeyGenerator(2048).keyID("r1").generate();
    Path keys = folder.resolve("keys.json");
    Files.writeString(
        keys, new JWKSet(List.of(rsa.toPublicJWK(), ec.toPublicJWK())).toString(true));
    Map<String, String> settings = new HashMap<>();
    settings.put("SPOTTER_RULES", Running.RULES.toString());
    settings.put("SPOTTER_JWT_ISSUER", ISSUER);
    settings.put("SPOTTER_JWT_AUDIENCE", AUDIENCE);
    settings.put("SPOTTER_JWT_KEYS", keys.toString());
    for (String role : List.of("reader", "assessor", "editor", "auditor")) {
      Token token = Token.make("a-" + role, List.of(role));
      TOKENS.put(role, token.secret());
      settings.put(
          "SPOTTER_TOKENS_A_" + role.toUpperCase(java.util.Locale.ROOT),
          token.setting().substring(token.setting().indexOf(':') + 1).strip());
    }
    running = Running.with(settings);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static JWTClaimsSet.Builder claims() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience(AUDIENCE)
        .subject("nurse-7")
        .expirationTime(in(Duration.ofMinutes(5)))
        .claim("roles", List.of("assessor"));
  }

  private static Date in(Duration time) {
    return Date.from(Instant.now().plus(time));
  }

  private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) {
    try {
      SignedJWT jwt = new SignedJWT(header, claims);
      jwt.sign(signer);
      return jwt.serialize();
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JWSHeader.Builder rs256() {
    return new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("r1").type(JOSEObjectType.JWT);
  }

  private static String jwt(Consumer<JWTClaimsSet.Builder> change) throws Exception {
    JWTClaimsSet.Builder claims = claims();
    change.accept(claims);
    return signed(rs256().build(), claims.build(), new RSASSASigner(rsa));
  }

  private static int status(String method, String path, String... headers) throws Exception {
    return call(method, path, headers).statusCode();
  }

  private static HttpResponse<String> call(String method, String path, String... headers)
      throws Exception {
    return method.equals("POST")
        ? running.post(path, "application/json", "{\"id\":\"x\"}", headers)
        : running.get(path, headers);
  }

  private static int assess(String token) throws Exception {
    return status("POST", "/v1/assessments", "Authorization", "Bearer " + token);
  }

  @Test
  void whoIsKnownIsLetIn() throws Exception {
    assertThat(assess(TOKENS.get("assessor"))).isEqualTo(200);
    assertThat(assess(jwt(c -> {}))).isEqualTo(200);
    assertThat(
            assess(
                signed(
                    new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("e1").build(),
                    claims().build(),
                    new ECDSASigner(ec))))
        .isEqualTo(200);
    assertThat(status("GET", "/v1/rules", "Authorization", "bearer   " + TOKENS.get("reader")))
        .isEqualTo(200);
  }

  @Test
  void everyRouteIsForItsRoleAlone() throws Exception {
    int tried = 0;
    for (Map.Entry<String, Role> route : running.service.routes().entrySet()) {
      String[] words = Running.filled(route.getKey()).split(" ");
      if (route.getValue() == Role.ANYONE) {
        assertThat(status(words[0], words[1])).as(route.getKey()).isEqualTo(200);
        continue;
      }
      assertThat(status(words[0], words[1])).as("nobody at " + route).isEqualTo(401);
      for (String role : TOKENS.keySet()) {
        Caller caller = new Caller(role, java.util.Set.of(Guard.ROLES.get(role)));
        int status = status(words[0], words[1], "Authorization", "Bearer " + TOKENS.get(role));
        tried++;
        if (caller.may(route.getValue())) {
          assertThat(status).as(role + " at " + route).isNotIn(401, 403, 500);
        } else {
          assertThat(status).as(role + " at " + route).isEqualTo(403);
        }
      }
    }
    assertThat(tried).isGreaterThanOrEqualTo(30);
  }

  private record Attack(String name, String... headers) {}

  private static Attack bearer(String name, String token) {
    return new Attack(name, "Authorization", "Bearer " + token);
  }

  private static List<Attack> attacks() throws Exception {
    String good = jwt(c -> {});
    String[] parts = good.split("\\.");
    String known = TOKENS.get("assessor");
    byte[] publicKey = rsa.toRSAPublicKey().getEncoded();
    String pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + java.util.Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey)
            + "\n-----END PUBLIC KEY-----\n";
    List<Attack> attacks = new ArrayList<>();
    attacks.add(new Attack("no header"));
    attacks.add(new Attack("an empty header", "Authorization", ""));
    attacks.add(new Attack("a scheme alone", "Authorization", "Bearer"));
    attacks.add(new Attack("a scheme and a space", "Authorization", "Bearer "));
    attacks.add(new Attack("Basic", "Authorization", "Basic YTpi"));
    attacks.add(new Attack("a token without a scheme", "Authorization", known));
    attacks.add(new Attack("another scheme", "Authorization", "Token " + known));
    attacks.add(
        new Attack("two headers", "Authorization", "Bearer " + known, "Authorization", "Bearer x"));
    attacks.add(new Attack("two tokens in one", "Authorization", "Bearer " + known + ", Bearer x"));
    attacks.add(new Attack("two words", "Authorization", "Bearer " + known + " x"));
    attacks.add(new Attack("in a cookie", "Cookie", "token=" + known));
    attacks.add(new Attack("in a header of its own", "X-Api-Key", known));
    attacks.add(new Attack("forwarded user", "X-Forwarded-User", "admin"));
    attacks.add(new Attack("forwarded from loopback", "X-Forwarded-For", "127.0.0.1"));
    attacks.add(bearer("a token of nobody", Token.make("x", List.of("assessor")).secret()));
    attacks.add(bearer("the digest of a token", Guard.digest(known)));
    attacks.add(bearer("a token with one letter more", known + "A"));
    attacks.add(bearer("a token with one letter less", known.substring(1)));
    attacks.add(bearer("a token in capitals", known.toUpperCase(java.util.Locale.ROOT)));
    attacks.add(bearer("a very long token", "a".repeat(9_000)));
    attacks.add(bearer("no signature", parts[0] + "." + parts[1] + "."));
    attacks.add(bearer("two parts", parts[0] + "." + parts[1]));
    attacks.add(bearer("four parts", good + ".x"));
    attacks.add(bearer("alg none", new PlainJWT(claims().build()).serialize()));
    attacks.add(bearer("alg None by hand", forged("{\"alg\":\"None\"}", parts[1], "")));
    attacks.add(
        bearer("alg none with a signature", forged("{\"alg\":\"none\"}", parts[1], parts[2])));
    attacks.add(
        bearer(
            "HS256 with the public key",
            signed(new JWSHeader(JWSAlgorithm.HS256), claims().build(), new MACSigner(publicKey))));
    attacks.add(
        bearer(
            "HS256 with the public key as PEM",
            signed(
                new JWSHeader(JWSAlgorithm.HS256),
                claims().build(),
                new MACSigner(pem.getBytes(StandardCharsets.UTF_8)))));
    attacks.add(
        bearer(
            "another's key", signed(rs256().build(), claims().build(), new RSASSASigner(foreign))));
    attacks.add(
        bearer(
            "another's key, carried along",
            signed(
                rs256().jwk(foreign.toPublicJWK()).build(),
                claims().build(),
                new RSASSASigner(foreign))));
    attacks.add(
        bearer(
            "another's key, at an address",
            signed(
                rs256().jwkURL(URI.create("http://127.0.0.1:" + running.port() + "/keys")).build(),
                claims().build(),
                new RSASSASigner(foreign))));
    attacks.add(
        bearer(
            "a certificate at an address",
            signed(
                rs256().x509CertURL(URI.create("http://127.0.0.1/cert")).build(),
                claims().build(),
                new RSASSASigner(foreign))));
    attacks.add(
        bearer(
            "an unknown key id",
            signed(
                rs256().keyID("../../dev/null").build(), claims().build(), new RSASSASigner(rsa))));
    attacks.add(
        bearer(
            "a critical header nobody knows",
            signed(
                rs256().criticalParams(java.util.Set.of("x")).customParam("x", 1).build(),
                claims().build(),
                new RSASSASigner(rsa))));
    attacks.add(
        bearer(
            "another type",
            signed(
                rs256().type(new JOSEObjectType("dpop+jwt")).build(),
                claims().build(),
                new RSASSASigner(rsa))));
    attacks.add(bearer("expired", jwt(c -> c.expirationTime(in(Duration.ofMinutes(-5))))));
    attacks.add(bearer("without an end", jwt(c -> c.expirationTime(null))));
    attacks.add(bearer("not yet", jwt(c -> c.notBeforeTime(in(Duration.ofMinutes(10))))));
    attacks.add(bearer("another issuer", jwt(c -> c.issuer("https://evil.example"))));
    attacks.add(bearer("an issuer that begins alike", jwt(c -> c.issuer(ISSUER + ".evil"))));
    attacks.add(bearer("no issuer", jwt(c -> c.issuer(null))));
    attacks.add(bearer("another audience", jwt(c -> c.audience("billing"))));
    attacks.add(bearer("no audience", jwt(c -> c.audience((String) null))));
    attacks.add(bearer("nobody's subject", jwt(c -> c.subject(null))));
    attacks.add(
        bearer(
            "other claims under the signature",
            parts[0]
                + "."
                + Base64URL.encode(claims().subject("admin").build().toString())
                + "."
                + parts[2]));
    attacks.add(bearer("a signature of zeros", parts[0] + "." + parts[1] + "." + "A".repeat(342)));
    attacks.add(
        bearer(
            "an ES256 signature of zeros (CVE-2022-21449)",
            forged("{\"alg\":\"ES256\",\"kid\":\"e1\"}", parts[1], "A".repeat(86))));
    attacks.add(bearer("JSON that is none", forged("{", parts[1], parts[2])));
    return attacks;
  }

  private static String forged(String header, String claims, String signature) {
    return Base64URL.encode(header) + "." + claims + "." + signature;
  }

  @TestFactory
  Stream<DynamicTest> whoIsNotKnownIsNotLetIn() throws Exception {
    List<Attack> attacks = attacks();
    assertThat(attacks).hasSizeGreaterThanOrEqualTo(40);
    return attacks.stream()
        .map(
            attack ->
                DynamicTest.dynamicTest(
                    attack.name(),
                    () -> {
                      HttpResponse<String> response =
                          call("POST", "/v1/assessments", attack.headers());
                      assertThat(response.statusCode()).as(attack.name()).isIn(401, 431);
                      assertThat(response.body()).doesNotContain("nurse-7", "JWT", "signature");
                    }));
  }

  private static List<Attack> lesser() throws Exception {
    return List.of(
        bearer("no roles", jwt(c -> c.claim("roles", List.of()))),
        bearer("no claim of roles", jwt(c -> c.claim("roles", null))),
        bearer("roles nobody knows", jwt(c -> c.claim("roles", List.of("admin", "ANYONE", "*")))),
        bearer("roles in capitals", jwt(c -> c.claim("roles", List.of("ASSESSOR")))),
        bearer("a reader", jwt(c -> c.claim("roles", List.of("reader")))),
        bearer("an editor", jwt(c -> c.claim("roles", List.of("editor")))),
        bearer(
            "the claim of another", jwt(c -> c.claim("roles", null).claim("scope", "assessor"))));
  }

  @TestFactory
  Stream<DynamicTest> whoHasAnotherRoleIsNotLetIn() throws Exception {
    return lesser().stream()
        .map(
            attack ->
                DynamicTest.dynamicTest(
                    attack.name(),
                    () ->
                        assertThat(status("POST", "/v1/assessments", attack.headers()))
                            .isEqualTo(403)));
  }

  @Test
  void rolesThatAreNoListAreNotTaken() throws Exception {
    assertThat(assess(jwt(c -> c.claim("roles", Map.of("assessor", true))))).isIn(401, 403);
  }

  @Test
  void aPathThatWindsIsTheSamePathOrNone() throws Exception {
    for (String path :
        List.of(
            "/v1/rules/",
            "//v1/rules",
            "/v1//rules",
            "/./v1/rules",
            "/v1/../v1/rules",
            "/V1/RULES",
            "/v1/rules;x=1",
            "/v1/rules%2f",
            "/v1/%72ules",
            "/health/../v1/rules",
            "/health/..;/v1/rules",
            "/v1/rules%00",
            "/v1/rules/book/..",
            "/%2e%2e/v1/rules")) {
      String answer =
          running.raw(
              ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(answer.substring(9, 12)).as(path).isIn("400", "401", "404", "405");
    }
  }

  /** Jetty remembers the headers of a connection, and took one in capitals for the one before. */
  @Test
  void aTokenInCapitalsIsAnotherOnTheSameConnectionToo() throws Exception {
    String token = TOKENS.get("reader");
    String request = "GET /v1/rules HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ";
    String answers =
        running.raw(
            (request
                    + token
                    + "\r\n\r\n"
                    + request
                    + token.toUpperCase(java.util.Locale.ROOT)
                    + "\r\nConnection: close\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));

    assertThat(answers).startsWith("HTTP/1.1 200").contains("HTTP/1.1 401");
  }

  @Test
  void whoGuessesIsSlowedDown() throws Exception {
    try (Running slow =
        Running.with(
            Map.of(
                "SPOTTER_LIMITS_REQUESTS_PER_MINUTE",
                "5",
                "SPOTTER_TOKENS_X",
                "assessor, sha256:" + Guard.digest("x")))) {
      List<Integer> statuses = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        statuses.add(slow.get("/v1/rules", "Authorization", "Bearer guess" + i).statusCode());
      }
      HttpResponse<String> last = slow.get("/v1/rules", "Authorization", "Bearer x");

      assertThat(statuses).containsExactly(401, 401, 401, 401, 401, 429, 429, 429);
      assertThat(last.statusCode()).as("who is known is not slowed by it").isEqualTo(200);
    }
  }
}
