package dev.spotter.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spotter.Answer;
import dev.spotter.Spotter;
import dev.spotter.assess.Assessment;
import dev.spotter.intake.Problem;
import dev.spotter.intake.Reading;
import dev.spotter.report.JsonReport;
import dev.spotter.rules.RuleSet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Gives an old answer again. */
final class Replay {
  private Replay() {}

  /**
   * @param payload what was kept of the row
   * @throws RecordFailed if what was told was not kept, or only in part
   */
  static Replayed of(Row row, JsonNode payload, RuleSet rules) {
    if (!payload.has("input")) {
      throw new RecordFailed("what was told was not kept; record.keep: all keeps it from now on");
    }
    if (payload.path("masked").booleanValue()) {
      throw new RecordFailed("some of what was told was masked (record.mask) and is not kept");
    }
    String then = payload.path("answer").textValue();
    OffsetDateTime at = OffsetDateTime.parse(Payload.tree(then).path("at").textValue());
    Spotter spotter =
        Spotter.of(rules)
            .withZone(ZoneId.of(payload.path("zone").textValue()))
            .withClock(Clock.fixed(at.toInstant(), at.getOffset()));
    List<Problem> warnings = new ArrayList<>();
    payload.path("warnings").forEach(w -> warnings.add(Payload.problem(w)));
    Reading told = new Reading.Read(intake(spotter, payload.path("input")), warnings);
    Assessment now =
        Objects.requireNonNull(
            Answer.to(told, spotter, payload.path("explain").booleanValue()).assessment(),
            "a rule threw that did not then");
    return new Replayed(row.id(), row.program(), then, JsonReport.text(now));
  }

  private static dev.spotter.intake.Intake intake(Spotter spotter, JsonNode input) {
    List<Reading> readings = new ArrayList<>();
    try {
      spotter.read("record.json", new ByteArrayInputStream(Payload.bytes(input)), readings::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return readings.get(0).intake();
  }
}
