package dev.spotter.service;

import dev.spotter.Spotter;
import dev.spotter.assess.Assessment;
import dev.spotter.cds.Feedback;
import dev.spotter.intake.Reading;
import dev.spotter.record.Decided;
import dev.spotter.record.DecisionLog;
import dev.spotter.record.DecisionRecord;
import dev.spotter.record.Past;
import dev.spotter.record.RecordFailed;
import dev.spotter.record.RecordSettings;
import dev.spotter.record.RecordTampered;
import dev.spotter.record.RecordView;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Question;
import dev.spotter.vocabulary.Suggestion;
import io.javalin.http.Context;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The record as routes see it: decisions are kept before they are answered, and shown again. */
final class Decisions implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger("dev.spotter.record");
  private static final String HEADER = "X-Decision-Id";

  /** More ids would be more than a header may hold. */
  private static final int TOLD = 50;

  private final @Nullable DecisionRecord record;
  private final DecisionLog log;
  private final ZoneId zone;
  private final Set<String> mask;

  /**
   * @throws RecordFailed if there is to be a record, and it cannot be opened
   */
  Decisions(Settings settings) {
    RecordSettings kept = settings.record();
    this.record = kept == null ? null : DecisionRecord.open(kept, program());
    this.log = record == null ? DecisionLog.NONE : record;
    this.zone = settings.zone();
    this.mask = kept == null ? Set.of() : kept.mask();
  }

  private static String program() {
    return Objects.requireNonNullElse(
        Decisions.class.getPackage().getImplementationVersion(), "unpackaged");
  }

  /**
   * Looks whether all that is to be masked is there: what is misspelt would be stored.
   *
   * @throws SettingsRefused if not
   */
  void checkMask(RuleSet rules) {
    List<String> problems = unmasked(rules);
    if (!problems.isEmpty()) {
      close();
      throw new SettingsRefused(problems);
    }
  }

  /** What is to be masked, and is no question of these rules: a line for each. */
  List<String> unmasked(@Nullable RuleSet rules) {
    if (rules == null) {
      return List.of();
    }
    Set<String> known =
        rules.vocabulary().questions().stream().map(Question::id).collect(Collectors.toSet());
    return mask.stream()
        .filter(id -> !known.contains(id) && !id.equals(RecordSettings.COMMENT))
        .sorted()
        .map(
            id ->
                "record.mask: '"
                    + id
                    + "' is no question of these rules, so nothing is masked by it; "
                    + Suggestion.among(id, known))
        .toList();
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
  List<String> keep(Context context, Spotter spotter, List<Decided> decisions) {
    List<String> ids = trying(() -> log.decided(who(context), spotter.rules(), decisions));
    if (!ids.isEmpty() && ids.size() <= TOLD) {
      context.header(HEADER, String.join(", ", ids));
    }
    return ids;
  }

  private static String who(Context context) {
    Caller caller = Requests.caller(context);
    return caller == null ? "-" : caller.name();
  }

  /**
   * Keeps one, and gives its id; null where nothing is kept.
   *
   * @throws Refused if it cannot be kept; nothing is answered then
   */
  @Nullable String kept(Context context, Spotter spotter, Reading.Read read, Assessment answer) {
    Decided decided = decided(read, answer.withProblems(read.problems()));
    return keep(context, spotter, List.of(decided)).stream().findFirst().orElse(null);
  }

  /**
   * Keeps what became of cards.
   *
   * @throws Refused if it cannot be kept; none is then
   */
  void happened(Context context, List<Feedback> feedback) {
    trying(() -> log.happened(who(context), feedback));
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

  private RecordView there() {
    if (record == null) {
      throw new Refused(404, "No record", "nothing is recorded here; set up record.url");
    }
    return record.view();
  }

  private static <T extends @Nullable Object> T trying(Supplier<T> work) {
    try {
      return work.get();
    } catch (RecordTampered e) {
      LOG.error("{}", e.getMessage());
      throw new Refused(500, "Record changed", "it is not as it was written; run spotter audit");
    } catch (RecordFailed e) {
      throw new Refused(503, "No record", "the record cannot be reached, so nothing is answered");
    }
  }

  @Override
  public void close() {
    log.close();
  }
}
