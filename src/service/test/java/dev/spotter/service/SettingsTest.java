package dev.spotter.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static final String DIGEST = "ab".repeat(32);

  @TempDir Path folder;

  private Settings read(String yaml, Map<String, String> environment) throws IOException {
    return SettingsReader.read(
        Files.writeString(folder.resolve("spotter.yaml"), yaml), environment);
  }

  @Test
  void withoutAnyItListensHereAlone() {
    Settings settings = SettingsReader.read(null, Map.of());

    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.loopback()).isTrue();
    assertThat(settings.open()).isTrue();
    assertThat(settings.rules()).isNull();
  }

  @Test
  void theEnvironmentGoesBeforeTheFile() throws IOException {
    Settings settings =
        read(
            """
            listen: 0.0.0.0:9000
            rules: %s
            zone: Europe/Berlin
            limits:
              clients: 5
              seconds: 7
            tokens:
              front-desk: assessor, sha256:%s
            """
                .formatted(Running.RULES, DIGEST),
            Map.of("SPOTTER_LIMITS_CLIENTS", "6", "HOME", "/root", "SPOTTER_JAVA_OPTS", "-Xmx1g"));

    assertThat(settings.host()).isEqualTo("0.0.0.0");
    assertThat(settings.port()).isEqualTo(9000);
    assertThat(settings.rules()).isEqualTo(Running.RULES);
    assertThat(settings.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(settings.limits().clients()).isEqualTo(6);
    assertThat(settings.limits().time()).isEqualTo(Duration.ofSeconds(7));
    assertThat(settings.tokens())
        .containsEntry(DIGEST, new Settings.Named("front-desk", Set.of("assessor")));
  }

  @Test
  void aNewTokenIsALineThatIsTaken() throws IOException {
    Token token = Token.make("front-desk", List.of("assessor", "auditor"));
    Settings settings = read(token.setting() + "\n", Map.of());

    assertThat(settings.tokens().get(Guard.digest(token.secret())))
        .isEqualTo(new Settings.Named("front-desk", Set.of("assessor", "auditor")));
    assertThat(token.setting()).doesNotContain(token.secret());
    assertThat(Token.make("x", List.of("reader")).secret()).isNotEqualTo(token.secret());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "limits.seconds: soon | spotter.yaml:1: limits.seconds: 'soon' is no whole number",
        "limits.seconds: 0 | '0' is no whole number from 1 to 3600",
        "limits.clents: 4 | did you mean limits.clients?",
        "listen: 8080 | '8080' is no address; write host:port",
        "listen: localhost:99999 | 'localhost:99999' is no address",
        "listen: 0.0.0.0:80 | can be reached from other machines",
        "zone: Mars | 'Mars' is no time zone",
        "rules: /nowhere | there is no questions.drl in '/nowhere'",
        "tokens.x: assessor | this is no list of roles and a digest",
        "tokens.x: boss, sha256:@ | there is no role 'boss'; there are assessor, auditor",
        "jwt.issuer: me | jwt.audience: this is missing",
        "record.url: jdbc:mysql://h/d?password=x | record.url: this is no database we know; write",
        "record.url: 'jdbc:sqlite::memory:' | this is no database we know",
        "record.url: jdbc:postgresql://h/d | record.key: this is missing",
        "record: {url: 'jdbc:sqlite:r.db', keep: some} | 'some' is none of them; write one of digest",
        "record: {url: 'jdbc:sqlite:r.db', mask: 'age'} | 'age' is no question; write ids as",
        "cds.issuers.ehr: https://ehr.example | this is no issuer and file",
        "cds.issuers.ehr: https://ehr.example /nowhere.json | there is no file '/nowhere.json'",
        "cds.origins: '*' | '*' is no origin",
        "cds.origins: https://ehr.example/ | is no origin",
        "cds.origins: 'null' | 'null' is no origin",
        "cds.link: javascript:alert(1) here | this is no link",
        "cds.stale-days: 0 | '0' is no whole number from 1 to 365",
        "zone: [UTC] | a list is nowhere expected",
        "zone: 'UTC | this is no YAML",
      })
  void whatIsWrongIsToldWithItsPlace(String line, String told) {
    assertThatThrownBy(() -> read(line.replace("@", DIGEST) + "\n", Map.of()))
        .isInstanceOf(SettingsRefused.class)
        .hasMessageContaining(told.strip())
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(DIGEST));
  }

  @Test
  void allThatIsWrongIsToldAtOnceAndByItsVariable() {
    assertThatThrownBy(
            () ->
                SettingsReader.read(
                    null,
                    Map.of(
                        "SPOTTER_ZONE",
                        "x",
                        "SPOTTER_LIMITS_CLIENTS",
                        "-1",
                        "SPOTTER_JWT_KEY",
                        "k")))
        .isInstanceOfSatisfying(
            SettingsRefused.class,
            e ->
                assertThat(e.problems())
                    .hasSize(3)
                    .anyMatch(p -> p.startsWith("SPOTTER_ZONE: zone: 'x'"))
                    .anyMatch(p -> p.startsWith("SPOTTER_LIMITS_CLIENTS: "))
                    .anyMatch(p -> p.contains("jwt.key: there is no such setting")));
  }

  @Test
  void aKeyThatStandsTwiceIsToldAndOneTokenIsOneName() {
    assertThatThrownBy(() -> read("limits.clients: 3\nlimits:\n  clients: 4\n", Map.of()))
        .hasMessageContaining("stands here twice");
    assertThatThrownBy(
            () ->
                read(
                    "tokens:\n  a: reader sha256:"
                        + DIGEST
                        + "\n  b: reader sha256:"
                        + DIGEST
                        + "\n",
                    Map.of()))
        .hasMessageContaining("this is the token of a too");
  }

  @Test
  void aPasswordIsNotShown() {
    assertThatThrownBy(
            () -> read("record.url: jdbc:mysql://h/d?user=u&password=hunter2\n", Map.of()))
        .hasMessageContaining("record.url: this is no database we know")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void secretKeysAreNotTaken() throws IOException {
    Path keys = folder.resolve("keys.json");
    for (String key :
        List.of(
            "{\"kty\":\"oct\",\"k\":\"c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0\"}",
            "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4\","
                + "\"y\":\"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM\","
                + "\"d\":\"870MB6gfuTJ4HtUnUvYMyJpr5eUZNP4Bk43bVdj3eAE\"}",
            "")) {
      Files.writeString(keys, "{\"keys\":[" + key + "]}");
      Settings settings =
          SettingsReader.read(
              null,
              Map.of(
                  "SPOTTER_JWT_ISSUER", "i",
                  "SPOTTER_JWT_AUDIENCE", "a",
                  "SPOTTER_JWT_KEYS", keys.toString()));
      assertThatThrownBy(() -> Service.start(settings))
          .isInstanceOf(SettingsRefused.class)
          .hasMessageContaining("jwt.keys");
    }
  }
}
