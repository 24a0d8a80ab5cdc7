package dev.spotter.service;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A token that was just made.
 *
 * @param secret what its bearer sends; 256 random bits, kept nowhere
 * @param setting the line by which the settings know it
 */
public record Token(String secret, String setting) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  /**
   * Makes one.
   *
   * @param name whose it is, for the access log
   * @param roles reader, assessor, editor or auditor
   * @throws SettingsRefused if the name cannot be one, or a role is not known
   */
  public static Token make(String name, List<String> roles) {
    if (!NAME.matcher(name).matches()) {
      throw new SettingsRefused(
          List.of(
              "a name is of small letters, digits and hyphens, at most 40; not '" + name + "'"));
    }
    for (String role : roles) {
      if (!Guard.ROLES.containsKey(role)) {
        throw new SettingsRefused(
            List.of("there is no role '" + role + "'; there are " + Guard.words()));
      }
    }
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return new Token(
        secret,
        "tokens." + name + ": " + String.join(", ", roles) + ", sha256:" + Guard.digest(secret));
  }
}
