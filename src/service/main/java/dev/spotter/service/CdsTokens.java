package dev.spotter.service;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the tokens of CDS Hooks: made by an issuer of the list with a key of its file, for this
 * very address, since this process began, used once, and soon to end. What a token says of where
 * its keys are is never looked at.
 */
final class CdsTokens {
  /** A token is made for one call; one that lasts longer was not. */
  private static final Duration LONGEST = Duration.ofHours(1);

  /** As nimbus allows for clocks that differ. */
  private static final Duration SKEW = Duration.ofSeconds(60);

  private static final int MOST_USED = 100_000;
  private static final int LONGEST_TOKEN = 8_192;
  private static final int LONGEST_ID = 256;

  private final Map<String, Issuer> issuers = new HashMap<>();
  private final Clock clock;
  private final Instant start;

  private record Issuer(
      String name, JWSVerificationKeySelector<SecurityContext> keys, Replays replays) {}

  /**
   * @throws SettingsRefused if keys cannot be read, or one of them must not be there
   */
  CdsTokens(Map<String, Settings.Issuer> allowed, Clock clock) {
    this.clock = clock;
    // Tokens tell whole seconds: one that was made after the start may name the second of it.
    this.start = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    allowed.forEach(
        (iss, set) ->
            issuers.put(
                iss,
                new Issuer(
                    set.name(),
                    new JWSVerificationKeySelector<>(
                        SignedTokens.ALGORITHMS,
                        new ImmutableJWKSet<>(
                            SignedTokens.keys(CdsSettings.ISSUERS + set.name(), set.keys()))),
                    new Replays(MOST_USED))));
  }

  /**
   * Whose token it is, or null if it is not to be trusted; it is used up then.
   *
   * @param address what is called, which the token must be for
   */
  @Nullable Caller caller(String token, String address) {
    if (token.length() > LONGEST_TOKEN) {
      return null;
    }
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      String claimed = jwt.getJWTClaimsSet().getIssuer();
      Issuer issuer = claimed == null ? null : issuers.get(claimed);
      if (issuer == null || jwt.getHeader().getKeyID() == null) {
        return null;
      }
      JWTClaimsSet claims = processor(issuer, claimed, address).process(jwt, null);
      return fresh(claims, issuer)
          ? new Caller("cds:" + issuer.name(), Set.of(Role.CLINICIAN_APP))
          : null;
    } catch (ParseException | BadJOSEException | JOSEException e) {
      // Not to be trusted, whatever is wrong with it: whoever made it is not told which.
      return null;
    }
  }

  private static DefaultJWTProcessor<SecurityContext> processor(
      Issuer issuer, String iss, String address) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(issuer.keys());
    processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            address, new JWTClaimsSet.Builder().issuer(iss).build(), Set.of("exp", "iat", "jti")));
    return processor;
  }

  private boolean fresh(JWTClaimsSet claims, Issuer issuer) {
    Instant now = clock.instant();
    Date made = claims.getIssueTime();
    Date end = claims.getExpirationTime();
    String id = claims.getJWTID();
    if (made == null || end == null || id == null || id.isEmpty() || id.length() > LONGEST_ID) {
      return false;
    }
    boolean brief = !end.toInstant().isAfter(made.toInstant().plus(LONGEST));
    // One from before the start may have been used then: nobody remembers.
    return brief
        && !made.toInstant().isBefore(start)
        && !made.toInstant().isAfter(now.plus(SKEW))
        && issuer.replays().first(id, end.toInstant().plus(SKEW), now);
  }
}
