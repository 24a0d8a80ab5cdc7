package dev.spotter.service;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes JSON web tokens by the keys of one file: asymmetric signatures alone, of this issuer, for
 * this audience, with an end. A key or an address that a token names itself is never looked at (RFC
 * 8725).
 */
final class SignedTokens {
  static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);
  private static final int LONGEST = 8_192;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@:-]{1,64}");

  private final DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
  private final String rolesClaim;

  /**
   * @throws SettingsRefused if the keys cannot be read, or one of them must not be there
   */
  SignedTokens(Settings.Jwt settings) {
    this.rolesClaim = settings.rolesClaim();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            ALGORITHMS, new ImmutableJWKSet<>(keys("jwt.keys", settings.keys()))));
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(
            JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
    processor.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            settings.audience(),
            new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
            Set.of("sub", "exp")));
  }

  /** The public keys of a file, which the setting names. */
  static JWKSet keys(String setting, Path keys) {
    String file = setting + ": " + keys;
    try {
      JWKSet set = JWKSet.load(keys.toFile());
      if (set.isEmpty()) {
        throw new SettingsRefused(List.of(file + " has no key; put a public key in it"));
      }
      for (JWK key : set.getKeys()) {
        if (key.isPrivate() || KeyType.OCT.equals(key.getKeyType())) {
          throw new SettingsRefused(
              List.of(file + " has a secret or private key; put only public keys in it"));
        }
      }
      return set;
    } catch (IOException | ParseException e) {
      throw new SettingsRefused(List.of(file + " is no JWK set; see RFC 7517"));
    }
  }

  /** Whose token it is, or null if it is not to be trusted. */
  @Nullable Caller caller(String token) {
    if (token.length() > LONGEST) {
      return null;
    }
    try {
      JWTClaimsSet claims = processor.process(token, null);
      List<String> named = claims.getStringListClaim(rolesClaim);
      EnumSet<Role> roles = EnumSet.noneOf(Role.class);
      if (named != null) {
        named.stream().map(Guard.ROLES::get).filter(r -> r != null).forEach(roles::add);
      }
      return new Caller("jwt:" + name(claims.getSubject()), roles);
    } catch (ParseException | BadJOSEException | JOSEException e) {
      // Not to be trusted, whatever is wrong with it: whoever made it is not told which.
      return null;
    }
  }

  /** A subject as the access log has it: a name that could forge a line is there by its digest. */
  private static String name(String subject) {
    return NAME.matcher(subject).matches() ? subject : Guard.digest(subject).substring(0, 16);
  }
}
