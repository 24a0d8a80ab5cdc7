package dev.spotter.batch;

import dev.spotter.assess.Assessment;
import dev.spotter.assess.Assessor;
import dev.spotter.assess.Decision;
import dev.spotter.intake.Intake;
import dev.spotter.intake.Problem;
import dev.spotter.intake.Reading;
import dev.spotter.rules.RuleFailed;
import dev.spotter.rules.RuleSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

/** Turns records into what is written of them. Safe for many threads. */
final class Assessing {
  private final Assessor assessor;
  private final Assessor.Settings settings;
  private final Form form;
  private final Records records;

  /**
   * @param settings the clock and zone for clients that say none
   */
  Assessing(RuleSet rules, Assessor.Settings settings, Form form, List<Source> sources) {
    this.assessor = new Assessor(rules);
    this.settings = settings;
    this.form = form;
    this.records = new Records(rules.vocabulary(), sources);
  }

  Done work(Chunk chunk) {
    try {
      Results results = new Results(form);
      for (Raw raw : chunk.records()) {
        Reading reading = records.read(raw);
        if (reading instanceof Reading.Read read) {
          assess(raw, read, results);
        } else {
          results.rejected(raw, records.source(raw), (Reading.Rejected) reading);
        }
      }
      return results.done(chunk.end());
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
  }

  private void assess(Raw raw, Reading.Read read, Results results) throws IOException {
    Intake intake = read.intake();
    OffsetDateTime at = Objects.requireNonNullElse(intake.at(), settings.now());
    Client client = new Client(intake.id(), at, records.source(raw), raw.line());
    Decision decision;
    Assessment assessment;
    try {
      if (form.detail() == Form.Detail.full) {
        Assessor.Both both = assessor.both(intake, settings);
        decision = both.decision();
        assessment = with(both.assessment(), read.problems());
      } else {
        decision = assessor.decide(intake, settings);
        assessment = null;
      }
    } catch (RuleFailed e) {
      results.failed(client, new Failure(e.rule(), e.file(), String.valueOf(e.getMessage())));
      return;
    } catch (RuntimeException | StackOverflowError e) {
      // Ours to mend, but the client is one whose danger nobody knows: the run must go on.
      results.failed(client, new Failure("", "", "the engine failed: " + e.getClass().getName()));
      return;
    }
    results.assessed(client, decision, assessment);
  }

  private static Assessment with(Assessment answer, List<Problem> problems) {
    return problems.isEmpty() ? answer : answer.withProblems(problems);
  }
}
