package dev.spotter.service;

import dev.spotter.Spotter;
import dev.spotter.assess.Assessment;
import dev.spotter.intake.Reading;
import dev.spotter.record.Decided;
import dev.spotter.record.DecisionLog;
import dev.spotter.record.DecisionRecord;
import dev.spotter.record.Past;
import dev.spotter.record.RecordFailed;
import dev.spotter.record.RecordSettings;
import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The record as routes see it: decisions are kept before they are answered, and shown again. */
final class Decisions implements AutoCloseable {
  private static final String HEADER = "X-Decision-Id";

  /** More ids would be more than a header may hold. */
  private static final int TOLD = 50;

  private final @Nullable DecisionRecord record;
  private final DecisionLog log;
  private final ZoneId zone;

  /**
   * @throws RecordFailed if there is to be a record, and it cannot be opened
   */
  Decisions(Settings settings) {
    RecordSettings kept = settings.record();
    this.record = kept == null ? null : DecisionRecord.open(kept, program());
    this.log = record == null ? DecisionLog.NONE : record;
    this.zone = settings.zone();
  }

  private static String program() {
    return Objects.requireNonNullElse(
        Decisions.class.getPackage().getImplementationVersion(), "unpackaged");
  }

  /** One that is about to be answered. */
  Decided decided(Reading.Read read, Assessment answer) {
    return new Decided(read.intake(), read.problems(), zone, answer);
  }

  /**
   * Keeps them, and tells their ids with the answer.
   *
   * @throws Refused if they cannot be kept; nothing is answered then
   */
  void keep(Context context, Spotter spotter, List<Decided> decisions) {
    Caller caller = Requests.caller(context);
    List<String> ids =
        trying(() -> log.decided(caller == null ? "-" : caller.name(), spotter.rules(), decisions));
    if (!ids.isEmpty() && ids.size() <= TOLD) {
      context.header(HEADER, String.join(", ", ids));
    }
  }

  /** {@code GET /v1/decisions/{id}}. */
  void get(Context context) {
    var found = trying(() -> there().decision(context.pathParam("id")));
    if (found == null) {
      throw JettyProblems.plain(404);
    }
    context.contentType("application/json").result(found.toString());
  }

  /** {@code GET /v1/clients/{id}/timeline}. */
  void timeline(Context context) {
    context.json(
        Map.of(
            "decisions",
            trying(() -> there().timeline(context.pathParam("id"))).stream()
                .map(Decisions::told)
                .toList()));
  }

  private static Map<String, String> told(Past past) {
    Map<String, String> told = new LinkedHashMap<>();
    told.put("id", past.id());
    told.put("at", past.at());
    told.put("ruleSet", past.ruleSet());
    if (past.level() != null && past.verdict() != null) {
      told.put("level", past.level());
      told.put("verdict", past.verdict());
    }
    return told;
  }

  private DecisionRecord there() {
    if (record == null) {
      throw new Refused(404, "No record", "nothing is recorded here; set up record.url");
    }
    return record;
  }

  private static <T extends @Nullable Object> T trying(Supplier<T> work) {
    try {
      return work.get();
    } catch (RecordFailed e) {
      throw new Refused(503, "No record", "the record cannot be reached, so nothing is answered");
    }
  }

  @Override
  public void close() {
    log.close();
  }
}
