package dev.spotter.service;

import dev.spotter.record.Keep;
import dev.spotter.record.RecordSettings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Reads the settings that begin with {@code record}. */
final class RecordSettingsReader {
  /** Takes a key, what is wrong with it, and what to write. */
  interface Problem {
    void tell(String key, String what, String help);
  }

  private final UnaryOperator<String> text;
  private final Problem problem;

  RecordSettingsReader(UnaryOperator<String> text, Problem problem) {
    this.text = text;
    this.problem = problem;
  }

  RecordSettings read() {
    String url = text.apply("record.url");
    boolean sqlite = url.matches("jdbc:sqlite:[^:?].*") && !url.contains("?");
    if (!sqlite && !url.startsWith("jdbc:postgresql:")) {
      // Not shown: it may hold a password.
      problem.tell(
          "record.url",
          "this is no database we know",
          "write jdbc:sqlite:/srv/spotter/record.db or jdbc:postgresql://host/database");
    }
    String key = text.apply("record.key");
    if (key.isEmpty() && !sqlite) {
      problem.tell(
          "record.key", "this is missing", "name a file for the site's key, not in the database");
    }
    String anchor = text.apply("record.anchor");
    String beside = sqlite ? url.substring("jdbc:sqlite:".length()) + ".key" : "record.key";
    return new RecordSettings(
        url,
        keep(),
        mask(),
        Path.of(key.isEmpty() ? beside : key),
        anchor.isEmpty() ? null : Path.of(anchor));
  }

  private Keep keep() {
    String word = text.apply("record.keep");
    for (Keep keep : Keep.values()) {
      if (keep.word().equals(word)) {
        return keep;
      }
    }
    String words = Arrays.stream(Keep.values()).map(Keep::word).collect(Collectors.joining(", "));
    problem.tell("record.keep", "'" + word + "' is none of them", "write one of " + words);
    return Keep.DIGEST;
  }

  private Set<String> mask() {
    Set<String> ids = new LinkedHashSet<>(List.of(text.apply("record.mask").split("[ ,]+")));
    ids.remove("");
    ids.stream()
        .filter(id -> !id.matches("[a-z][A-Za-z0-9]*\\.[A-Za-z][A-Za-z0-9]*"))
        .forEach(
            id ->
                problem.tell(
                    "record.mask", "'" + id + "' is no question", "write ids as client.age"));
    return ids;
  }
}
