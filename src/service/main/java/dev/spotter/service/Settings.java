package dev.spotter.service;

import dev.spotter.cds.House;
import dev.spotter.record.RecordSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a service is set up. Immutable.
 *
 * @param host the address to listen at
 * @param port 0 for any free one
 * @param rules the folder whose edits are followed; null for the rules packed in the jar
 * @param zone of clients and logs that do not name theirs
 * @param limits how much one caller may ask
 * @param shutdown how long requests may still take once the service is told to stop
 * @param tokens who may call, by the SHA-256 of the token in lower-case hex
 * @param jwt which signed tokens are taken, or null for none
 * @param url where callers reach it, without a slash at its end
 * @param fhirBase under which its FHIR resources are named
 * @param cds which programs of clinicians may call, and what cards show
 * @param record how decisions are kept, or null for not at all
 */
public record Settings(
    String host,
    int port,
    @Nullable Path rules,
    ZoneId zone,
    Limits limits,
    Duration shutdown,
    Map<String, Named> tokens,
    @Nullable Jwt jwt,
    String url,
    String fhirBase,
    Cds cds,
    @Nullable RecordSettings record) {

  /**
   * @param bodyBytes of one request
   * @param clients of one request
   * @param time for one request
   * @param perMinute requests of one caller; 0 for as many as come
   * @param threads that answer at the same time
   */
  public record Limits(int bodyBytes, int clients, Duration time, int perMinute, int threads) {}

  /**
   * Whose token it is.
   *
   * @param name for the access log
   */
  public record Named(String name, Set<String> roles) {}

  /**
   * Signed tokens (RFC 7519, 8725): by whom and for whom they must be made.
   *
   * @param keys a file with the public keys, a JWK set; never fetched from anywhere
   * @param rolesClaim the claim that lists the roles
   */
  public record Jwt(String issuer, String audience, Path keys, String rolesClaim) {}

  /**
   * CDS Hooks.
   *
   * @param issuers who may call, by the issuer of their tokens; nobody if there are none
   * @param origins of pages in browsers that may call
   */
  public record Cds(Map<String, Issuer> issuers, Set<String> origins, House house) {
    public Cds {
      issuers = Map.copyOf(issuers);
      origins = Set.copyOf(origins);
    }
  }

  /**
   * Whose tokens are taken by CDS Hooks.
   *
   * @param name for the access log
   * @param keys a file with the public keys, a JWK set
   */
  public record Issuer(String name, Path keys) {}

  public Settings {
    tokens = Map.copyOf(tokens);
  }

  /** The same with this rules folder. */
  public Settings withRules(Path folder) {
    return new Settings(
        host, port, folder, zone, limits, shutdown, tokens, jwt, url, fhirBase, cds, record);
  }

  /** True if nobody needs a token: on this machine only. */
  boolean open() {
    return tokens.isEmpty() && jwt == null;
  }

  /** True if only programs on this machine can reach it. */
  boolean loopback() {
    return Set.of("127.0.0.1", "localhost", "::1", "[::1]").contains(host);
  }
}
