package dev.spotter.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.spotter.Answer;
import dev.spotter.Spotter;
import dev.spotter.assess.Assessment;
import dev.spotter.intake.Intake;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Gives old answers again. Safe for many threads. */
final class Replay {
  /** Old rule sets are read anew where more are asked for in turn. */
  private static final int RULE_SETS = 8;

  private final Map<String, RuleSet> ruleSets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RuleSet> eldest) {
          return size() > RULE_SETS;
        }
      };

  /**
   * @param payload what was kept of the row, or null for nothing
   * @throws NotKept if what was told was not kept, or only in part
   */
  Replayed of(Row row, @Nullable JsonNode payload, Handle handle) {
    if (payload == null || !payload.has("input")) {
      throw new NotKept("what was told was not kept; record.keep: all keeps it from now on");
    }
    if (payload.path("masked").booleanValue()) {
      throw new NotKept("some of what was told was masked (record.mask) and is not kept");
    }
    String then = payload.path("answer").textValue();
    OffsetDateTime at = OffsetDateTime.parse(Payload.tree(then).path("at").textValue());
    Spotter spotter =
        Spotter.of(rules(row.ruleSet(), handle))
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

  private synchronized RuleSet rules(String id, Handle handle) {
    RuleSet known = ruleSets.get(id);
    if (known != null) {
      return known;
    }
    byte[] archive = Rows.archive(handle, id);
    if (archive == null) {
      throw new RecordTampered("the rules " + id + " are not in the archive");
    }
    RuleSet read = RuleSet.of(RuleArchive.unpack(id, archive));
    ruleSets.put(id, read);
    return read;
  }

  private static Intake intake(Spotter spotter, JsonNode input) {
    List<Reading> readings = new ArrayList<>();
    try {
      spotter.read("record.json", new ByteArrayInputStream(Payload.bytes(input)), readings::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return readings.get(0).intake();
  }
}
