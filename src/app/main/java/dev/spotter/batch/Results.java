package dev.spotter.batch;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.spotter.assess.Assessment;
import dev.spotter.assess.Decision;
import dev.spotter.intake.Reading;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is written of some clients, for every file at once. Not for two threads. */
final class Results {
  private final Form form;
  private final Answers answers;
  private final Rejects rejects = new Rejects();
  private final Map<String, StringWriter> calls = new HashMap<>();
  private final Tally tally = new Tally();

  Results(Form form) throws IOException {
    this.form = form;
    this.answers =
        form.file() == Form.File.csv
            ? new CsvAnswers(form.columns())
            : new JsonAnswers(form.detail() == Form.Detail.full);
  }

  void assessed(Client client, Decision decision, @Nullable Assessment assessment)
      throws IOException {
    answers.assessed(client, decision, assessment);
    tally.count(Tally.Of.LEVEL, decision.level().word());
    tally.count(Tally.Of.FIRST, decision.first());
    tally.count(Tally.Of.VERDICT, decision.verdict());
    tally.count(Tally.Of.SOURCE_ASSESSED, client.source());
    decision.fired().forEach(rule -> tally.count(Tally.Of.RULE, rule));
    decision.open().forEach(question -> tally.count(Tally.Of.MISSING, question));
    String level = decision.level().word();
    if (Call.LEVELS.contains(level)) {
      call(client, level, String.join("|", new TreeSet<>(decision.flags())));
    }
  }

  void failed(Client client, Failure failure) throws IOException {
    answers.failed(client, failure);
    tally.count(Tally.Of.FAILED_RULE, failure.culprit());
    tally.count(Tally.Of.SOURCE_FAILED, client.source());
    call(client, Call.FAILED, failure.message());
  }

  private void call(Client client, String level, String why) {
    Call call = new Call(level, client.id(), why, client.source(), client.line());
    tally.call(call);
    CsvWriter csv = Cell.writer(calls.computeIfAbsent(level, l -> new StringWriter()));
    csv.writeRecord(call.cells());
  }

  void rejected(Raw raw, String source, Reading.Rejected reading) throws IOException {
    rejects.add(raw, source, reading);
    tally.count(Tally.Of.REJECTED, Rejects.code(reading.problems()));
    tally.count(Tally.Of.SOURCE_REJECTED, source);
  }

  Done done(Position end) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put(form.answers(), answers.bytes());
    parts.put(Folder.REJECTED, rejects.bytes());
    calls.forEach(
        (level, rows) ->
            parts.put(Folder.calls(level), rows.toString().getBytes(StandardCharsets.UTF_8)));
    return new Done(parts, tally, end);
  }
}
