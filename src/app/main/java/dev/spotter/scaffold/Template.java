package dev.spotter.scaffold;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** A text with places to be filled, kept as a resource. */
final class Template {
  private Template() {}

  /** Fills every {@code {{place}}}. */
  static String fill(String name, Map<String, String> places) {
    String text = read(name);
    for (Map.Entry<String, String> place : places.entrySet()) {
      text = text.replace("{{" + place.getKey() + "}}", place.getValue());
    }
    if (text.contains("{{")) {
      throw new IllegalStateException("a place of " + name + " was not filled");
    }
    return text;
  }

  private static String read(String name) {
    try (InputStream in = Objects.requireNonNull(Template.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
