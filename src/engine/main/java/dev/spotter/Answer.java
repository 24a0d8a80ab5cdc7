package dev.spotter;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.spotter.assess.Assessment;
import dev.spotter.intake.Problem;
import dev.spotter.intake.Reading;
import dev.spotter.report.JsonReport;
import dev.spotter.report.TextReport;
import dev.spotter.rules.RuleFailed;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of one client's record: an assessment, or why there is none. Immutable.
 *
 * @param assessment with what was odd about the record among its problems; null if there is none
 * @param status {@code assessed}; {@code rejected} for a record that cannot be used; {@code failed}
 *     where a rule threw, and the client should be called today
 * @param id the client's id where it could be read
 * @param problems why there is no assessment; empty where there is one
 */
public record Answer(
    @Nullable Assessment assessment, String status, @Nullable String id, List<Problem> problems) {

  /**
   * Assesses a record, if it can be. Never throws for what the record or a rule does.
   *
   * @param explain whether to keep how every rule matched
   */
  public static Answer to(Reading reading, Spotter spotter, boolean explain) {
    if (reading instanceof Reading.Read read) {
      try {
        Assessment answer = spotter.assess(read.intake(), explain);
        return new Answer(
            read.problems().isEmpty() ? answer : answer.withProblems(read.problems()),
            "assessed",
            answer.id(),
            List.of());
      } catch (RuleFailed e) {
        return new Answer(null, "failed", read.intake().id(), List.of(problem(e)));
      }
    }
    Reading.Rejected no = (Reading.Rejected) reading;
    return new Answer(null, "rejected", no.id(), no.problems());
  }

  private static Problem problem(RuleFailed failed) {
    String message = failed.getMessage() + "; have this client called today";
    return new Problem(failed.file(), "", 0, 0, "rule-failed", message, null, null);
  }

  /** Writes it as the JSON contract says. The generator is flushed, not closed. */
  public void write(JsonGenerator json) throws IOException {
    if (assessment == null) {
      new JsonReport(json).write(status, id, problems);
    } else {
      new JsonReport(json).write(assessment);
    }
  }

  /** It as text for people. */
  public String text(TextReport report) {
    return assessment == null ? report.write(status, id, problems) : report.write(assessment);
  }
}
