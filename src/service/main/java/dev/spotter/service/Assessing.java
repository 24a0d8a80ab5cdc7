package dev.spotter.service;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.spotter.Answer;
import dev.spotter.Spotter;
import dev.spotter.intake.Reading;
import dev.spotter.record.Decided;
import dev.spotter.report.Audience;
import dev.spotter.report.Ink;
import dev.spotter.report.TextReport;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/** {@code POST /v1/assessments}: clients in, their answers out, in order. */
final class Assessing {
  /** What is wrong with a document as a whole, so that no client can be told from another. */
  private static final Set<String> UNREADABLE =
      Set.of("empty", "bad-utf8", "wrong-encoding", "syntax", "too-long", "too-deep");

  private static final String RULE = "\n" + "=".repeat(96) + "\n\n";

  private final Supplier<Spotter> now;
  private final Settings.Limits limits;
  private final Figures figures;
  private final Decisions decisions;

  Assessing(Supplier<Spotter> now, Settings.Limits limits, Figures figures, Decisions decisions) {
    this.now = now;
    this.limits = limits;
    this.figures = figures;
    this.decisions = decisions;
  }

  /**
   * One client gets an answer or a refusal of its own; of many, each stands or falls for itself.
   *
   * @throws Refused if the request as a whole cannot be answered
   */
  void post(Context context) throws IOException {
    Form in = Form.of(context.contentType());
    Form out = Form.accepted(context.header("Accept"), in);
    Spotter spotter = now.get();
    byte[] body = Body.of(context, limits.bodyBytes());
    List<Decided> decided = new ArrayList<>();
    List<Answer> answers =
        answers(spotter, in, body, "true".equals(context.queryParam("explain")), decided);
    boolean many = in == Form.NDJSON || answers.size() != 1 || Body.first(body) == '[';
    if (!many && answers.get(0).assessment() == null) {
      throw refusal(answers.get(0));
    }
    decisions.keep(context, spotter, decided);
    context.header("X-Rule-Set", spotter.rules().id());
    context.contentType(out.type());
    context.result(
        out == Form.TEXT
            ? text(answers, new TextReport(spotter.rules(), audience(context), Ink.PLAIN))
            : json(answers, out == Form.JSON && many, out == Form.NDJSON));
  }

  private List<Answer> answers(
      Spotter spotter, Form in, byte[] body, boolean explain, List<Decided> decided)
      throws IOException {
    long end = System.nanoTime() + limits.time().toNanos();
    List<Answer> answers = new ArrayList<>();
    spotter.read(
        in.file(),
        new ByteArrayInputStream(body),
        reading -> {
          if (answers.size() == limits.clients()) {
            throw new Refused(
                413, "Too many clients", "at most " + limits.clients() + " clients a request");
          }
          if (System.nanoTime() > end) {
            throw new Refused(
                503,
                "Out of time",
                "more than "
                    + limits.time().toSeconds()
                    + " s for one request; send fewer clients");
          }
          answers.add(answer(reading, spotter, explain, decided));
        });
    return answers;
  }

  private Answer answer(Reading sent, Spotter spotter, boolean explain, List<Decided> decided) {
    Reading reading = Problems.silent(sent);
    Answer answer = Answer.to(reading, spotter, explain);
    if (reading instanceof Reading.Read read && answer.assessment() != null) {
      decided.add(decisions.decided(read, answer.assessment()));
    }
    figures.answered(answer.status());
    return answer;
  }

  /** The refusal of the only client. */
  static Refused refusal(Answer answer) {
    boolean failed = answer.status().equals("failed");
    boolean unreadable = answer.problems().stream().anyMatch(p -> UNREADABLE.contains(p.code()));
    Refused refused =
        failed
            ? new Refused(500, "A rule failed", "have this client called today")
            : unreadable
                ? new Refused(400, "Not a client", "the body cannot be read; see problems")
                : new Refused(422, "Client rejected", "the answers cannot be used; see problems");
    return refused
        .with("clientStatus", answer.status())
        .with("problems", Problems.told(answer.problems()));
  }

  private static Audience audience(Context context) {
    String named = context.queryParam("audience");
    if (named == null) {
      return Audience.COACH;
    }
    for (Audience audience : Audience.values()) {
      if (audience.name().toLowerCase(Locale.ROOT).equals(named)) {
        return audience;
      }
    }
    throw new Refused(400, "Bad query", "audience is client, coach or clinician");
  }

  private static byte[] text(List<Answer> answers, TextReport report) {
    return String.join(RULE, answers.stream().map(a -> a.text(report)).toList())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] json(List<Answer> answers, boolean list, boolean lines) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(answers.size() * 4_096);
    try (JsonGenerator json = new JsonFactory().createGenerator(out)) {
      json.setRootValueSeparator(null);
      if (list) {
        json.writeStartArray();
      }
      for (Answer answer : answers) {
        answer.write(json);
        if (lines) {
          json.writeRaw('\n');
        }
      }
      if (list) {
        json.writeEndArray();
      }
    }
    return out.toByteArray();
  }
}
