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
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.spotter.ehr.SigningClient;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** CDS Hooks with tokens that are forged, altered, borrowed or confused. */
class CdsTokenAttackTest extends CdsAttack {
  private static String signed(JWSHeader.Builder header, JWSSigner signer) throws Exception {
    SignedJWT jwt =
        new SignedJWT(
            header.type(JOSEObjectType.JWT).build(), SigningClient.claims(AUDIENCE).build());
    jwt.sign(signer);
    return jwt.serialize();
  }

  private static JWSHeader.Builder rs() {
    return new JWSHeader.Builder(JWSAlgorithm.RS384).keyID("ehr-1");
  }

  private static Date in(Duration time) {
    return Date.from(Instant.now().plus(time));
  }

  private static Map<String, String> tokens() throws Exception {
    Map<String, String> bad = new java.util.LinkedHashMap<>();
    RSAKey key = client.key();
    RSAKey foreign = new RSAKeyGenerator(2048).keyID("ehr-1").generate();
    byte[] open = key.toRSAPublicKey().getEncoded();
    String[] parts = token().split("\\.");
    bad.put("no token", "");
    bad.put("words", "let.me.in");
    bad.put("alg none", new PlainJWT(SigningClient.claims(AUDIENCE).build()).serialize());
    bad.put("alg none, old signature", b64("{\"alg\":\"none\"}") + "." + parts[1] + "." + parts[2]);
    bad.put("alg nOnE", b64("{\"alg\":\"nOnE\",\"typ\":\"JWT\"}") + "." + parts[1] + ".");
    bad.put("no signature", parts[0] + "." + parts[1] + ".");
    bad.put("claims changed", parts[0] + "." + b64(claims().replace("p1", "p2")) + "." + parts[2]);
    for (JWSAlgorithm hs : List.of(JWSAlgorithm.HS256, JWSAlgorithm.HS384, JWSAlgorithm.HS512)) {
      bad.put(
          hs + " with the public key",
          signed(new JWSHeader.Builder(hs).keyID("ehr-1"), new MACSigner(open)));
    }
    bad.put(
        "HS256 with the JWK",
        signed(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("ehr-1"),
            new MACSigner(key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8))));
    bad.put("another's key of this kid", signed(rs(), new RSASSASigner(foreign)));
    bad.put("its own jwk", signed(rs().jwk(foreign.toPublicJWK()), new RSASSASigner(foreign)));
    bad.put(
        "an EC key of this kid",
        signed(
            new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ehr-1"),
            new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate())));
    bad.put("no kid", signed(new JWSHeader.Builder(JWSAlgorithm.RS384), new RSASSASigner(key)));
    bad.put("an unknown kid", signed(rs().keyID("../ehr-1"), new RSASSASigner(key)));
    bad.put("a kid as SQL", signed(rs().keyID("x' OR '1'='1"), new RSASSASigner(key)));
    bad.put("typ of another use", typed(new JOSEObjectType("at+jwt"), key));
    bad.put("no typ", typed(null, key));
    bad.put(
        "a header that is critical and unknown",
        signed(
            rs().criticalParams(java.util.Set.of("zq")).customParam("zq", 1),
            new RSASSASigner(key)));
    bad.put("second's key for this issuer", second.token(SigningClient.claims(AUDIENCE).build()));
    bad.put("this key for second", token(c -> c.issuer("https://second.example")));
    bad.put("no issuer", token(c -> c.issuer(null)));
    bad.put("an unknown issuer", token(c -> c.issuer("https://evil.example")));
    bad.put("issuer with a slash", token(c -> c.issuer(SigningClient.ISSUER + "/")));
    bad.put("issuer in capitals", token(c -> c.issuer("HTTPS://EHR.EXAMPLE")));
    bad.put("issuer with a longer name", token(c -> c.issuer("https://ehr.example.evil.example")));
    bad.put("no audience", token(c -> c.audience((String) null)));
    bad.put("audience the base", token(c -> c.audience(KNOWN)));
    bad.put("audience the discovery", token(c -> c.audience(KNOWN + "/cds-services")));
    bad.put("audience the feedback", token(c -> c.audience(AUDIENCE + "/feedback")));
    bad.put("audience with a slash", token(c -> c.audience(AUDIENCE + "/")));
    bad.put("audience of another host", token(c -> c.audience("https://evil.example" + PATH)));
    bad.put(
        "audience by the port",
        token(c -> c.audience("http://127.0.0.1:" + running.port() + PATH)));
    bad.put("ended", token(c -> c.expirationTime(in(Duration.ofMinutes(-5)))));
    bad.put("no end", token(c -> c.expirationTime(null)));
    bad.put("an end next year", token(c -> c.expirationTime(in(Duration.ofDays(365)))));
    bad.put("made in the future", token(c -> c.issueTime(in(Duration.ofMinutes(5)))));
    bad.put("made before the service began", token(c -> c.issueTime(in(Duration.ofMinutes(-10)))));
    bad.put("no iat", token(c -> c.issueTime(null)));
    bad.put("not valid yet", token(c -> c.notBeforeTime(in(Duration.ofMinutes(5)))));
    bad.put("no jti", token(c -> c.jwtID(null)));
    bad.put("an empty jti", token(c -> c.jwtID("")));
    bad.put("an endless jti", token(c -> c.jwtID("a".repeat(300))));
    bad.put("a jti that is a number", token(c -> c.claim("jti", 7)));
    bad.put("a token without end", token(c -> c.claim("zq", "a".repeat(9_000))));
    return bad;
  }

  private static String claims() {
    return SigningClient.claims(AUDIENCE).subject("p1").build().toString();
  }

  private static String typed(JOSEObjectType type, RSAKey key) throws Exception {
    SignedJWT jwt = new SignedJWT(rs().type(type).build(), SigningClient.claims(AUDIENCE).build());
    jwt.sign(new RSASSASigner(key));
    return jwt.serialize();
  }

  private static String b64(String text) {
    return java.util.Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @TestFactory
  Stream<DynamicTest> noForgedTokenIsTaken() throws Exception {
    Map<String, String> tokens = tokens();
    assertThat(tokens).hasSizeGreaterThanOrEqualTo(40);
    return tokens.entrySet().stream()
        .map(
            t ->
                DynamicTest.dynamicTest(
                    t.getKey(),
                    () -> assertThat(call(t.getValue(), good()).statusCode()).isEqualTo(401)));
  }

  @Test
  void whereATokenSaysItsKeysAreNobodyLooks() throws Exception {
    RSAKey foreign = new RSAKeyGenerator(2048).keyID("ehr-1").generate();
    try (ServerSocket trap = new ServerSocket()) {
      trap.bind(new InetSocketAddress("127.0.0.1", 0));
      trap.setSoTimeout(500);
      URI there = URI.create("http://127.0.0.1:" + trap.getLocalPort() + "/keys");
      String jku = signed(rs().jwkURL(there), new RSASSASigner(foreign));
      String x5u = signed(rs().x509CertURL(there), new RSASSASigner(foreign));
      assertThat(call(jku, good()).statusCode()).isEqualTo(401);
      assertThat(call(x5u, good()).statusCode()).isEqualTo(401);
      org.assertj.core.api.Assertions.assertThatThrownBy(trap::accept)
          .isInstanceOf(java.net.SocketTimeoutException.class);
    }
    String own =
        signed(rs().jwkURL(URI.create("https://x.example")), new RSASSASigner(client.key()));
    assertThat(call(own, good()).statusCode()).as("a jku beside a good key").isEqualTo(200);
  }
}
