package dev.spotter.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.spotter.intake.IntakeSchema;
import dev.spotter.report.AnswerSchema;
import dev.spotter.rules.RuleSet;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** {@code GET /openapi.json}: the service's description, with the schemas that the rules give. */
final class OpenApi {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Knowledge.Page page = new Knowledge.Page("application/json", OpenApi::document);

  void get(Context context, RuleSet rules) {
    page.get(context, rules);
  }

  /** The document, OpenAPI 3.1. */
  static byte[] document(RuleSet rules) {
    try (InputStream in = OpenApi.class.getResourceAsStream("openapi.json")) {
      if (in == null) {
        throw new IOException("the jar holds no openapi.json");
      }
      JsonNode root = JSON.readTree(in);
      ObjectNode schemas = (ObjectNode) root.at("/components/schemas");
      StringWriter intake = new StringWriter();
      IntakeSchema.write(rules.vocabulary(), JSON.getFactory().createGenerator(intake));
      schemas.set("Intake", schema("Intake", intake.toString()));
      schemas.set("Answer", schema("Answer", AnswerSchema.text()));
      return root.toString().getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A schema that stands alone, as a part of this document: what refers to its root refers here.
   */
  private static JsonNode schema(String name, String text) throws IOException {
    String placed = text.replace("\"#/", "\"#/components/schemas/" + name + "/");
    ObjectNode schema = (ObjectNode) JSON.readTree(placed);
    schema.remove("$schema");
    schema.remove("$id");
    return schema;
  }
}
