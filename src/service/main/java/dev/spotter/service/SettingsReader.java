package dev.spotter.service;

import dev.spotter.cds.House;
import dev.spotter.fhir.Fhir;
import dev.spotter.record.RecordSettings;
import dev.spotter.service.Settings.Named;
import dev.spotter.vocabulary.Suggestion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads settings from one file and from the environment, which goes before the file. */
public final class SettingsReader {
  private static final String TOKENS = "tokens.";
  private static final Pattern TOKEN =
      Pattern.compile("(?<roles>[a-z]+(?:[ ,]+[a-z]+)*)[ ,]+sha256:(?<digest>[0-9a-f]{64})");
  private static final Pattern LISTEN =
      Pattern.compile("(?<host>\\[[0-9a-fA-F:.]+\\]|[^:\\s]+):(?<port>\\d{1,5})");
  private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s|#?]*[^\\s|#?/]");
  private static final Map<String, String> USUAL =
      Map.ofEntries(
          Map.entry("listen", "127.0.0.1:8080"),
          Map.entry("rules", ""),
          Map.entry("url", ""),
          Map.entry("fhir.base", Fhir.BASE),
          Map.entry("zone", "UTC"),
          Map.entry("limits.body-bytes", "8000000"),
          Map.entry("limits.clients", "10000"),
          Map.entry("limits.seconds", "30"),
          Map.entry("limits.requests-per-minute", "6000"),
          Map.entry("limits.threads", "32"),
          Map.entry("shutdown-seconds", "10"),
          Map.entry("record.url", ""),
          Map.entry("record.keep", "digest"),
          Map.entry("record.mask", ""),
          Map.entry("record.key", ""),
          Map.entry("record.anchor", ""),
          Map.entry("jwt.issuer", ""),
          Map.entry("jwt.audience", ""),
          Map.entry("jwt.keys", ""),
          Map.entry("jwt.roles-claim", "roles"),
          Map.entry("cds.origins", ""),
          Map.entry("cds.stale-days", "3"),
          Map.entry("cds.source-url", ""),
          Map.entry("cds.link", ""));

  private final Map<String, SettingsFile.Given> given;
  private final List<String> problems = new ArrayList<>();

  private SettingsReader(Map<String, SettingsFile.Given> given) {
    this.given = given;
  }

  /**
   * Reads them.
   *
   * @param file YAML, or null for none
   * @param environment such as {@link System#getenv()}: {@code limits.body-bytes} is {@code
   *     SPOTTER_LIMITS_BODY_BYTES} there, and so on for every key
   * @throws SettingsRefused if anything is wrong, with all that is
   */
  public static Settings read(@Nullable Path file, Map<String, String> environment) {
    Map<String, SettingsFile.Given> given = new TreeMap<>();
    if (file != null) {
      given.putAll(SettingsFile.read(file));
    }
    given.putAll(SettingsFile.environment(environment, USUAL.keySet()));
    return new SettingsReader(given).settings();
  }

  /** The settings that there are, but for tokens. */
  static Set<String> keys() {
    return USUAL.keySet();
  }

  private Settings settings() {
    given.keySet().stream()
        .filter(
            k ->
                !USUAL.containsKey(k)
                    && !k.startsWith(TOKENS)
                    && !k.startsWith(CdsSettings.ISSUERS))
        .forEach(
            k -> {
              String meant = Suggestion.among(k, USUAL.keySet());
              problem(
                  k, "there is no such setting", meant == null ? "see src/docs/service.md" : meant);
            });
    Matcher listen = LISTEN.matcher(text("listen"));
    String host = "";
    int port = 0;
    if (!listen.matches() || Integer.parseInt(listen.group("port")) > 65_535) {
      problem("listen", quoted("listen") + " is no address", "write host:port, as 127.0.0.1:8080");
    } else {
      host = listen.group("host");
      port = Integer.parseInt(listen.group("port"));
    }
    Settings settings =
        new Settings(
            host,
            port,
            folder("rules"),
            zone(),
            new Settings.Limits(
                number("limits.body-bytes", 1_000, 1_000_000_000),
                number("limits.clients", 1, 10_000_000),
                seconds("limits.seconds"),
                number("limits.requests-per-minute", 0, 10_000_000),
                number("limits.threads", 4, 10_000)),
            seconds("shutdown-seconds"),
            tokens(),
            jwt(),
            text("url").isEmpty() ? "http://" + text("listen") : address("url"),
            address("fhir.base"),
            cds(),
            record());
    if (problems.isEmpty() && settings.open() && !settings.loopback()) {
      problem(
          "listen",
          quoted("listen") + " can be reached from other machines, and nobody needs a token",
          "set up tokens or jwt, or listen at 127.0.0.1");
    }
    if (!problems.isEmpty()) {
      throw new SettingsRefused(problems);
    }
    return settings;
  }

  private String text(String key) {
    SettingsFile.Given value = given.get(key);
    return value == null ? USUAL.getOrDefault(key, "") : value.text().strip();
  }

  private String quoted(String key) {
    return "'" + text(key) + "'";
  }

  private void problem(String key, String what, String help) {
    SettingsFile.Given value = given.get(key);
    problems.add((value == null ? "" : value.origin() + ": ") + key + ": " + what + "; " + help);
  }

  private int number(String key, int least, int most) {
    try {
      int number = Integer.parseInt(text(key));
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, with what is out of range.
    }
    problem(
        key,
        quoted(key) + " is no whole number from " + least + " to " + most,
        "without it, it is " + USUAL.get(key));
    return least;
  }

  private String address(String key) {
    if (!ADDRESS.matcher(text(key)).matches()) {
      problem(
          key,
          quoted(key) + " is no address",
          "write it as https://clinic.example, no slash behind");
    }
    return text(key);
  }

  private Duration seconds(String key) {
    return Duration.ofSeconds(number(key, 1, 3_600));
  }

  private ZoneId zone() {
    try {
      return ZoneId.of(text("zone"));
    } catch (DateTimeException e) {
      problem("zone", quoted("zone") + " is no time zone", "write one as Europe/Berlin");
      return ZoneId.of("UTC");
    }
  }

  private @Nullable Path folder(String key) {
    if (text(key).isEmpty()) {
      return null;
    }
    Path folder = Path.of(text(key));
    if (!Files.isRegularFile(folder.resolve("questions.drl"))) {
      problem(key, "there is no questions.drl in " + quoted(key), "name a folder of rules");
    }
    return folder;
  }

  private Map<String, Named> tokens() {
    Map<String, Named> tokens = new HashMap<>();
    given.forEach(
        (key, value) -> {
          if (!key.startsWith(TOKENS)) {
            return;
          }
          Matcher token = TOKEN.matcher(value.text().strip());
          if (!token.matches()) {
            problem(
                key,
                "this is no list of roles and a digest",
                "write roles and sha256:<64 hex digits>; spotter serve --new-token makes both");
            return;
          }
          Set<String> roles = new LinkedHashSet<>(List.of(token.group("roles").split("[ ,]+")));
          roles.stream()
              .filter(r -> !Guard.ROLES.containsKey(r))
              .forEach(
                  r -> problem(key, "there is no role '" + r + "'", "there are " + Guard.words()));
          Named before =
              tokens.put(token.group("digest"), new Named(key.substring(TOKENS.length()), roles));
          if (before != null) {
            problem(key, "this is the token of " + before.name() + " too", "make one for each");
          }
        });
    return tokens;
  }

  private Settings.Cds cds() {
    CdsSettings cds = new CdsSettings(given, this::problem);
    return new Settings.Cds(
        cds.issuers(),
        cds.origins(text("cds.origins")),
        new House(
            text("fhir.base"),
            number("cds.stale-days", 1, 365),
            text("cds.source-url").isEmpty() ? null : address("cds.source-url"),
            cds.link(text("cds.link"))));
  }

  private @Nullable RecordSettings record() {
    return text("record.url").isEmpty()
        ? null
        : new RecordSettingsReader(this::text, this::problem).read();
  }

  private Settings.@Nullable Jwt jwt() {
    List<String> parts = List.of("jwt.issuer", "jwt.audience", "jwt.keys");
    List<String> missing = parts.stream().filter(p -> text(p).isEmpty()).toList();
    if (missing.size() == parts.size()) {
      return null;
    }
    missing.forEach(m -> problem(m, "this is missing", "jwt needs all of " + parts));
    Path keys = Path.of(text("jwt.keys"));
    if (missing.isEmpty() && !Files.isRegularFile(keys)) {
      problem("jwt.keys", "there is no file " + quoted("jwt.keys"), "name a JWK set");
    }
    return new Settings.Jwt(
        text("jwt.issuer"), text("jwt.audience"), keys, text("jwt.roles-claim"));
  }
}
