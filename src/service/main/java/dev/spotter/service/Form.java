package dev.spotter.service;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How clients or answers are written in a body. */
enum Form {
  JSON("request.json", "application/json"),
  NDJSON("request.ndjson", "application/x-ndjson"),
  YAML("request.yaml", "application/yaml"),
  TEXT("", "text/plain");

  private static final List<String> NDJSON_TOO = List.of("application/ndjson", "application/jsonl");
  private static final List<String> YAML_TOO =
      List.of("application/x-yaml", "text/yaml", "text/x-yaml");

  private final String file;
  private final String type;

  Form(String file, String type) {
    this.file = file;
    this.type = type;
  }

  /** As a file that is read as this form. */
  String file() {
    return file;
  }

  /** For the header of an answer. */
  String type() {
    return this == TEXT ? type + "; charset=utf-8" : type;
  }

  /**
   * The form of a body.
   *
   * @throws Refused if it is none that clients can be read from
   */
  static Form of(@Nullable String contentType) {
    String type = bare(contentType == null ? "" : contentType);
    if (type.equals(JSON.type)) {
      return JSON;
    }
    if (type.equals(NDJSON.type) || NDJSON_TOO.contains(type)) {
      return NDJSON;
    }
    if (type.equals(YAML.type) || YAML_TOO.contains(type)) {
      return YAML;
    }
    throw new Refused(
        415,
        "Unsupported media type",
        "send application/json, application/x-ndjson or application/yaml");
  }

  /**
   * The form of the answer.
   *
   * @param accept what the caller would like, or null
   * @param in the form of the request: one line a client is answered with one
   * @throws Refused if it is none that answers are written in
   */
  static Form accepted(@Nullable String accept, Form in) {
    Form usual = in == NDJSON ? NDJSON : JSON;
    if (accept == null || accept.isBlank()) {
      return usual;
    }
    for (String part : accept.split(",", 32)) {
      String type = bare(part);
      if (type.equals("*/*") || type.equals("application/*")) {
        return usual;
      }
      if (type.equals(JSON.type)) {
        return JSON;
      }
      if (type.equals(NDJSON.type) || NDJSON_TOO.contains(type)) {
        return NDJSON;
      }
      if (type.equals(TEXT.type) || type.equals("text/*")) {
        return TEXT;
      }
    }
    throw new Refused(
        406, "Not acceptable", "accept application/json, application/x-ndjson or text/plain");
  }

  private static String bare(String type) {
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
