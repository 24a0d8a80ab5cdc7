package dev.spotter.cds;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spotter.intake.Limits;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Bodies of requests: strict, and numbers exactly as they were written. */
final class Documents {
  /** What stands around a resource in a request: prefetch, bundle, entry. */
  private static final int AROUND = 8;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(Limits.USUAL.depth() + AROUND)
                          .build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private Documents() {}

  /**
   * @throws NotAnswered if this is no object, or holds a key twice
   */
  static JsonNode read(byte[] body) {
    try {
      JsonNode document = JSON.readTree(body);
      if (document != null && document.isObject()) {
        return document;
      }
    } catch (IOException e) {
      // Jackson's own words quote the text, which may be private.
    }
    throw NotAnswered.bad("the body is no object of JSON, or has a key twice, or is too deep");
  }

  static byte[] bytes(JsonNode node) {
    try {
      return JSON.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("a tree can always be written", e);
    }
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }
}
