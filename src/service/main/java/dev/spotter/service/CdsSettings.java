package dev.spotter.service;

import dev.spotter.cds.House;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the settings of CDS Hooks that are more than a word or a number. */
final class CdsSettings {
  static final String ISSUERS = "cds.issuers.";
  private static final Pattern ISSUER = Pattern.compile("(?<issuer>\\S+)\\s+(?<keys>\\S.*)");
  private static final Pattern LINK = Pattern.compile("(?<url>https://\\S+)\\s+(?<label>\\S.*)");

  /** As browsers write it: no path, no capitals, no port where it is the usual one. */
  private static final Pattern ORIGIN =
      Pattern.compile("https?://([a-z0-9.-]+|\\[[0-9a-f:.]+\\])(:\\d{1,5})?");

  private final Map<String, SettingsFile.Given> given;
  private final Told told;

  /** Takes the key, what is wrong, and what to write. */
  @FunctionalInterface
  interface Told {
    void problem(String key, String what, String help);
  }

  CdsSettings(Map<String, SettingsFile.Given> given, Told told) {
    this.given = given;
    this.told = told;
  }

  Map<String, Settings.Issuer> issuers() {
    Map<String, Settings.Issuer> issuers = new HashMap<>();
    given.forEach(
        (key, value) -> {
          if (key.startsWith(ISSUERS)) {
            issuer(key, value.text().strip(), issuers);
          }
        });
    return issuers;
  }

  private void issuer(String key, String text, Map<String, Settings.Issuer> issuers) {
    Matcher issuer = ISSUER.matcher(text);
    if (!issuer.matches()) {
      told.problem(key, "this is no issuer and file", "write https://ehr.example keys.json");
      return;
    }
    Path keys = Path.of(issuer.group("keys"));
    if (!Files.isRegularFile(keys)) {
      told.problem(key, "there is no file '" + keys + "'", "name a JWK set");
    }
    Settings.Issuer before =
        issuers.put(
            issuer.group("issuer"), new Settings.Issuer(key.substring(ISSUERS.length()), keys));
    if (before != null) {
      told.problem(key, "this is the issuer of " + before.name() + " too", "put both keys in one");
    }
  }

  Set<String> origins(String text) {
    Set<String> origins = new LinkedHashSet<>();
    for (String origin : text.split("[ ,]+")) {
      if (ORIGIN.matcher(origin).matches()) {
        origins.add(origin);
      } else if (!origin.isEmpty()) {
        told.problem("cds.origins", "'" + origin + "' is no origin", "write https://ehr.example");
      }
    }
    return origins;
  }

  House.@Nullable Link link(String text) {
    if (text.isEmpty()) {
      return null;
    }
    Matcher link = LINK.matcher(text);
    if (!link.matches()) {
      told.problem("cds.link", "this is no link", "write an https address and its words");
      return null;
    }
    return new House.Link(link.group("url"), link.group("label"));
  }
}
