package dev.spotter.app;

import dev.spotter.record.DecisionRecord;
import dev.spotter.record.Replayed;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code spotter replay}: an old answer again, by the rules as they then were. */
@Command(
    name = "replay",
    description = "Give an old answer again, by the rules as they then were, and compare the two.",
    mixinStandardHelpOptions = true,
    footer = {
      "%nExamples:",
      "  spotter replay 0c7d6a1e-... --config /etc/spotter/spotter.yaml",
      "%nExit codes: 0 the same bytes, 1 another answer, 2 wrong settings, 4 there is no such"
          + " decision, or too little of it was kept."
    })
final class ReplayCommand implements Callable<Integer> {
  private final Streams streams;

  @Mixin RecordOption record;

  @Parameters(paramLabel = "ID", description = "The decision's id, as in X-Decision-Id.")
  String id = "";

  ReplayCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    return record.use(streams, this::replay);
  }

  private int replay(DecisionRecord opened) {
    Replayed replayed = opened.replay(id);
    if (replayed == null) {
      streams.err().println("spotter: there is no decision " + id);
      return Exit.INPUT;
    }
    streams.out().println(replayed.now());
    if (replayed.same()) {
      streams.err().println("the same bytes as then");
      return Exit.OK;
    }
    streams.err().println("not what was answered then, by Spotter " + replayed.program() + ":");
    streams.err().println(replayed.then());
    return Exit.FINDINGS;
  }
}
