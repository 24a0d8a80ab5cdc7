package dev.spotter.batch;

import dev.spotter.rules.RuleSet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;

/**
 * Joins what was written, adds the summary and the report, and gives every file its name. May be
 * done again from any step of itself.
 */
final class Finish {
  private final Folder folder;
  private final Form form;
  private final RuleSet rules;

  Finish(Folder folder, Form form, RuleSet rules) {
    this.folder = folder;
    this.form = form;
    this.rules = rules;
  }

  /**
   * @param last all counts
   */
  void finish(Checkpoint last, List<Source> sources) throws IOException {
    List<String> names = sources.stream().map(Source::name).toList();
    Summary summary = new Summary(last.tally(), rules, names, form);
    joinCalls();
    Folder.write(folder.part(Folder.SUMMARY), JsonTree.bytes(summary.tree()));
    Folder.write(
        folder.part(Folder.REPORT),
        new Page(last.tally(), rules, names).html().getBytes(StandardCharsets.UTF_8));
    for (String name :
        List.of(
            form.answers(), Folder.REJECTED, Folder.CALL_TODAY, Folder.SUMMARY, Folder.REPORT)) {
      folder.rename(name);
    }
    folder.sync();
    folder.write(
        new Checkpoint(
            Checkpoint.Phase.FINISHED,
            last.now(),
            last.job(),
            last.position(),
            last.lengths(),
            last.tally()));
    for (String level : Call.LEVELS) {
      Files.deleteIfExists(folder.part(Folder.calls(level)));
    }
  }

  private void joinCalls() throws IOException {
    StringWriter header = new StringWriter();
    Cell.writer(header).writeRecord(Call.COLUMNS);
    try (OutputStream joined = Files.newOutputStream(folder.part(Folder.CALL_TODAY))) {
      joined.write(header.toString().getBytes(StandardCharsets.UTF_8));
      for (String level : Call.LEVELS) {
        Files.copy(folder.part(Folder.calls(level)), joined);
      }
    }
    folder.force(Folder.CALL_TODAY);
  }
}
