package dev.spotter.service;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lets a request through to its route, or not. */
final class Guard {
  /** The roles that can be given, by the word for them. */
  static final Map<String, Role> ROLES =
      Stream.of(Role.values())
          .filter(r -> r != Role.ANYONE && r != Role.CLINICIAN_APP)
          .collect(Collectors.toUnmodifiableMap(Role::word, r -> r));

  private static final Pattern BEARER =
      Pattern.compile("(?i)bearer +(?<token>[A-Za-z0-9._~+/=-]+)");
  private static final Pattern HERE =
      Pattern.compile("(?i)(localhost|127\\.0\\.0\\.1|\\[::1\\])(:\\d{1,5})?");

  private final Settings settings;
  private final @Nullable SignedTokens signed;
  private final CdsTokens cds;
  private final Rates rates;

  /**
   * @throws SettingsRefused if the keys for signed tokens cannot be used
   */
  Guard(Settings settings) {
    this.settings = settings;
    this.signed = settings.jwt() == null ? null : new SignedTokens(settings.jwt());
    this.cds = new CdsTokens(settings.cds().issuers(), Clock.systemUTC());
    this.rates = new Rates(settings.limits().perMinute());
  }

  /**
   * Without tokens only this machine is answered, and no page of a browser that was led here under
   * another name (DNS rebinding).
   */
  void host(Context context) {
    String host = context.header("Host");
    if (settings.open() && (host == null || !HERE.matcher(host).matches())) {
      throw new Refused(
          421, "Misdirected request", "without tokens, call this service as localhost");
    }
  }

  /**
   * @throws Refused if the caller is not known, lacks the role, or asks too often
   */
  void role(Context context) {
    List<Role> needed =
        context.routeRoles().stream().filter(Role.class::isInstance).map(Role.class::cast).toList();
    if (needed.isEmpty()) {
      // Javalin answers HEAD for every GET, without a role of its own.
      throw JettyProblems.plain(405);
    }
    if (needed.contains(Role.ANYONE)) {
      return;
    }
    boolean hooks = needed.contains(Role.CLINICIAN_APP);
    Caller caller = hooks ? app(context) : settings.open() ? Caller.LOCAL : caller(context);
    if (caller == null) {
      rates.count("address " + context.ip());
      throw new Refused(401, "Who are you?", "send a token that is known: Authorization: Bearer")
          .header("WWW-Authenticate", "Bearer realm=\"spotter\"");
    }
    Requests.caller(context, caller);
    rates.count(caller.name());
    if (needed.stream().noneMatch(caller::may)) {
      throw new Refused(403, "Not for you", "this needs the role " + words(needed));
    }
  }

  private static String words(List<Role> roles) {
    return roles.stream().map(Role::word).collect(Collectors.joining(" or "));
  }

  /** Asked at each call of CDS Hooks, the discovery too, also where nobody else needs a token. */
  private @Nullable Caller app(Context context) {
    String token = bearer(context);
    return token == null ? null : cds.caller(token, settings.url() + context.path());
  }

  private static @Nullable String bearer(Context context) {
    List<String> sent = Collections.list(context.req().getHeaders("Authorization"));
    Matcher bearer = BEARER.matcher(sent.size() == 1 ? sent.get(0) : "");
    return bearer.matches() ? bearer.group("token") : null;
  }

  private @Nullable Caller caller(Context context) {
    String token = bearer(context);
    if (token == null) {
      return null;
    }
    Settings.Named named = settings.tokens().get(digest(token));
    if (named != null) {
      return new Caller(named.name(), roles(named.roles()));
    }
    return signed == null ? null : signed.caller(token);
  }

  private static Set<Role> roles(Set<String> words) {
    return words.stream()
        .map(ROLES::get)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));
  }

  /** The roles, as people write them. */
  static String words() {
    return ROLES.keySet().stream().sorted().collect(Collectors.joining(", "));
  }

  /** What a token is known by: its SHA-256 in lower-case hex. */
  static String digest(String token) {
    return digest(token.getBytes(StandardCharsets.UTF_8));
  }

  /** SHA-256 in lower-case hex. */
  static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
