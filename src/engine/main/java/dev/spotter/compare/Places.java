package dev.spotter.compare;

import dev.spotter.rules.RuleSet;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Turns offsets in the files of one rule set into lines. Not for two threads. */
final class Places {
  private final RuleSet rules;
  private final Map<String, String> texts = new HashMap<>();

  Places(RuleSet rules) {
    this.rules = rules;
  }

  Place at(String file, int offset) {
    String text = texts.computeIfAbsent(file, this::text);
    int end = Math.max(0, Math.min(offset, text.length()));
    return new Place(file, 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count());
  }

  private String text(String file) {
    byte[] bytes = rules.files().files().getOrDefault(file, new byte[0]);
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
