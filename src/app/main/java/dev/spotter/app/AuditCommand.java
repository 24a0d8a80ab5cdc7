package dev.spotter.app;

import dev.spotter.record.Finding;
import dev.spotter.record.RecordView;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code spotter audit}: whether the record is as it was written. */
@Command(
    name = "audit",
    description =
        "Walk the record from its first row to its last and tell every row that was changed, that"
            + " is missing, moved, doubled or cut off.",
    mixinStandardHelpOptions = true,
    footer = {
      "%nExamples:",
      "  spotter audit --config /etc/spotter/spotter.yaml",
      "%nExit codes: 0 it is whole, 1 findings, 2 wrong settings, 4 it cannot be read."
    })
final class AuditCommand implements Callable<Integer> {
  private final Streams streams;

  @Mixin RecordOption record;

  AuditCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    return record.read(streams, this::audit);
  }

  private int audit(RecordView opened) {
    List<Finding> findings = opened.audit();
    findings.forEach(streams.out()::println);
    streams.err().println(opened.size() + " row(s), " + findings.size() + " finding(s)");
    return findings.isEmpty() ? Exit.OK : Exit.FINDINGS;
  }
}
