package dev.spotter.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.spotter.intake.Problem;
import dev.spotter.intake.Reading;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes refusals as {@code application/problem+json} (RFC 9457). */
final class Problems {
  static final String TYPE = "application/problem+json";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Problems whose path holds a key of the caller's own, which may be anything. */
  private static final Set<String> OWN_KEYS = Set.of("unknown-section", "unknown-field");

  private Problems() {}

  static void write(Context context, Refused refused) {
    refused.headers().forEach(context::header);
    context.status(refused.status());
    context.contentType(TYPE);
    context.result(
        document(
            refused.status(),
            refused.title(),
            message(refused),
            Requests.id(context),
            refused.more()));
  }

  private static String message(Refused refused) {
    return String.valueOf(refused.getMessage());
  }

  /**
   * The document.
   *
   * @param request the id under which the access log has it
   */
  static byte[] document(
      int status, String title, String detail, String request, Map<String, ?> more) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "about:blank");
    members.put("title", title);
    members.put("status", status);
    members.put("detail", detail);
    members.put("requestId", request);
    members.putAll(more);
    try {
      return JSON.writeValueAsBytes(members);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("words and numbers can be written", e);
    }
  }

  /** What is wrong with a client's record, once it is {@link #silent}. */
  static List<Map<String, Object>> told(List<Problem> problems) {
    return problems.stream().map(Problems::told).toList();
  }

  private static Map<String, Object> told(Problem problem) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("path", problem.path());
    told.put("line", problem.line());
    told.put("column", problem.column());
    told.put("code", problem.code());
    told.put("message", problem.message());
    if (problem.help() != null) {
      told.put("help", problem.help());
    }
    return told;
  }

  /** The same reading, whose problems no longer hold what was sent: texts would show it. */
  static Reading silent(Reading reading) {
    List<Problem> silent = reading.problems().stream().map(Problems::silent).toList();
    return reading instanceof Reading.Read read
        ? new Reading.Read(read.intake(), silent)
        : new Reading.Rejected(((Reading.Rejected) reading).id(), silent);
  }

  private static Problem silent(Problem problem) {
    boolean own = OWN_KEYS.contains(problem.code());
    return new Problem(
        problem.source(),
        path(problem),
        problem.line(),
        problem.column(),
        problem.code(),
        own ? "there is nothing of this name; see /v1/schema" : problem.message(),
        null,
        problem.help());
  }

  private static String path(Problem problem) {
    String path = problem.path();
    return OWN_KEYS.contains(problem.code())
        ? path.substring(0, Math.max(0, path.lastIndexOf('.')))
        : path;
  }
}
