package dev.spotter.batch;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.spotter.intake.Problem;
import dev.spotter.intake.Reading;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records that were set aside: where each stood, what is wrong with it, and itself as it came. */
final class Rejects {
  /** A warning, which is never why a record was rejected. */
  private static final String WARNING = "odd-row";

  private final JsonLines lines = new JsonLines();

  Rejects() throws IOException {}

  /** Why a record was rejected, as a short code. */
  static String code(List<Problem> problems) {
    return problems.stream()
        .map(Problem::code)
        .filter(c -> !c.equals(WARNING))
        .findFirst()
        .orElse(WARNING);
  }

  void add(Raw raw, String source, Reading.Rejected reading) throws IOException {
    JsonGenerator json = lines.json();
    json.writeStartObject();
    json.writeStringField("source", source);
    json.writeNumberField("line", raw.line());
    json.writeNumberField("offset", raw.offset());
    json.writeNumberField("bytes", raw.length());
    json.writeStringField("id", reading.id());
    json.writeStringField("code", code(reading.problems()));
    json.writeArrayFieldStart("reasons");
    for (Problem problem : reading.problems()) {
      reason(json, problem);
    }
    json.writeEndArray();
    record(json, raw);
    json.writeEndObject();
  }

  private static void reason(JsonGenerator json, Problem problem) throws IOException {
    json.writeStartObject();
    json.writeStringField("path", problem.path());
    json.writeNumberField("line", problem.line());
    json.writeNumberField("column", problem.column());
    json.writeStringField("code", problem.code());
    json.writeStringField("message", problem.message());
    if (problem.help() != null) {
      json.writeStringField("help", problem.help());
    }
    json.writeEndObject();
  }

  private static void record(JsonGenerator json, Raw raw) throws IOException {
    String name = raw.cut() == Raw.Cut.TOO_LONG ? "beginning" : "record";
    String text = text(raw.bytes());
    if (text != null) {
      json.writeStringField(name, text);
    } else {
      json.writeStringField(name + "Base64", Base64.getEncoder().encodeToString(raw.bytes()));
    }
  }

  /** Null if it is no text, or would take six times its room as one. */
  private static @Nullable String text(byte[] bytes) {
    for (byte b : bytes) {
      if (b >= 0 && b < ' ' && !Gathered.space(b)) {
        return null;
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  byte[] bytes() throws IOException {
    return lines.bytes();
  }
}
