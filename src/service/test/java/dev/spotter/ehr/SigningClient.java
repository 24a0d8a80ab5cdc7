package dev.spotter.ehr;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;

/** Calls a CDS service as a record system does: with a fresh signed token for each call. */
public final class SigningClient {
  public static final String ISSUER = "https://ehr.example";

  private final HttpClient http = HttpClient.newHttpClient();
  private final RSAKey key;

  /** A client with a new key, whose public half is written into a file. */
  public SigningClient(Path keys) throws IOException {
    try {
      this.key = new RSAKeyGenerator(2048).keyID("ehr-1").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    Files.writeString(keys, new JWKSet(key.toPublicJWK()).toString(true));
  }

  /** The private key, for those who try what else could be signed with it. */
  public RSAKey key() {
    return key;
  }

  /** The claims of a good token. */
  public static JWTClaimsSet.Builder claims(String audience) {
    Instant now = Instant.now();
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience(audience)
        .issueTime(Date.from(now))
        .expirationTime(Date.from(now.plus(Duration.ofMinutes(2))))
        .jwtID(UUID.randomUUID().toString());
  }

  /** A token of these claims. */
  public String token(JWTClaimsSet claims) {
    JWSHeader header =
        new JWSHeader.Builder(JWSAlgorithm.RS384)
            .keyID(key.getKeyID())
            .type(JOSEObjectType.JWT)
            .build();
    try {
      SignedJWT jwt = new SignedJWT(header, claims);
      jwt.sign(new RSASSASigner(key));
      return jwt.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Posts a body, with a token for the address by which the service knows itself. */
  public HttpResponse<String> post(String base, String known, String path, String body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token(claims(known + path).build()))
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  /** Gets something, with a token for the address by which the service knows itself. */
  public HttpResponse<String> get(String base, String known, String path)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + token(claims(known + path).build()))
            .build(),
        BodyHandlers.ofString());
  }

  /** Gets what is open to anyone. */
  public HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(30)).build(),
        BodyHandlers.ofString());
  }
}
