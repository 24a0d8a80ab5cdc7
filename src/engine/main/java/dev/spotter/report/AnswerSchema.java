package dev.spotter.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schema of an answer, schemaVersion 1. */
public final class AnswerSchema {
  private AnswerSchema() {}

  /** The schema as text, JSON Schema 2020-12. */
  public static String text() {
    try (InputStream in = AnswerSchema.class.getResourceAsStream("answer.schema.json")) {
      if (in == null) {
        throw new IOException("the jar holds no answer.schema.json");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
