package dev.spotter.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import dev.spotter.cds.Feedback;
import dev.spotter.intake.IntakeWriter;
import dev.spotter.intake.Problem;
import dev.spotter.report.JsonReport;
import dev.spotter.rules.RuleSet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** What is kept of a decision, as bytes that are then sealed. */
final class Payload {
  /** Numbers stay as they were written: the reader of intakes takes no powers of ten. */
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Payload() {}

  /**
   * What is to become a row.
   *
   * @param id the row's
   */
  static Draft draft(String id, String who, RuleSet rules, Decided decided, RecordSettings keep) {
    Masking masking = new Masking(keep.mask(), decided.intake());
    String input = IntakeWriter.text(masking.intake(decided.intake()));
    ObjectNode payload = JSON.createObjectNode();
    payload.put("client", decided.intake().id()).put("masked", masking.applies());
    if (keep.keep() != Keep.DIGEST) {
      String answer = JsonReport.text(decided.answer());
      payload.put("answer", masking.applies() ? masking.answer(tree(answer)).toString() : answer);
    }
    if (keep.keep() == Keep.ALL) {
      payload.putRawValue("input", new RawValue(input));
      payload.put("zone", decided.zone().getId());
      payload.put("explain", !decided.answer().matches().isEmpty());
      payload.set(
          "warnings", JSON.valueToTree(decided.warnings().stream().map(Payload::told).toList()));
    }
    return new Draft(
        id,
        rules,
        who,
        Row.DECISION,
        client(decided.intake().id(), id),
        input.getBytes(StandardCharsets.UTF_8),
        keep.keep() == Keep.DIGEST ? null : packed(payload));
  }

  /** What becomes of a card, as a row; a comment is free text, and kept only with answers. */
  static Draft draft(String id, String who, Feedback feedback, RecordSettings keep) {
    ObjectNode what = JSON.createObjectNode();
    what.put("outcome", feedback.isAccepted() ? "accepted" : "overridden");
    what.put("at", feedback.at().toString());
    feedback.accepted().forEach(what.withArray("accepted")::add);
    Feedback.Reason reason = feedback.reason();
    if (reason != null) {
      what.put("system", reason.system()).put("code", reason.code());
      if (keep.keepsComments()) {
        what.put("comment", reason.comment());
      }
    }
    ObjectNode payload = JSON.createObjectNode().put("about", feedback.card());
    payload.set("what", what);
    return new Draft(id, null, who, Row.FEEDBACK, feedback.card(), bytes(what), packed(payload));
  }

  /** Who gives no id is called after the request, as others are: each gets a key of its own. */
  private static String client(String id, String decision) {
    return id.matches("request(#\\d+|:\\d+)?") ? decision : id;
  }

  /** A problem without the value, which is for the client's own screen. */
  private static Problem told(Problem problem) {
    return new Problem(
        problem.source(),
        problem.path(),
        problem.line(),
        problem.column(),
        problem.code(),
        problem.message(),
        null,
        problem.help());
  }

  static JsonNode tree(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Problem problem(JsonNode node) {
    return JSON.convertValue(node, Problem.class);
  }

  static byte[] bytes(JsonNode node) {
    try {
      return JSON.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was kept under a row, opened; null if nothing was. */
  static @Nullable JsonNode open(Row row, ClientKey key) {
    return row.payload() == null ? null : inflated(key.open(row));
  }

  static byte[] packed(JsonNode payload) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
      out.write(bytes(payload));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static JsonNode inflated(byte[] packed) {
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      return JSON.readTree(in);
    } catch (IOException e) {
      throw new RecordFailed("a row cannot be unpacked", e);
    }
  }
}
