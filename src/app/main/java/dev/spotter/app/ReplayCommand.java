package dev.spotter.app;

import dev.spotter.record.NotKept;
import dev.spotter.record.RecordView;
import dev.spotter.record.Replayed;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spotter replay}: old answers again, by the rules as they then were. */
@Command(
    name = "replay",
    description =
        "Give an old answer again, by the rules as they then were, and compare the two; or all of"
            + " them, say before a new version of Spotter takes over.",
    mixinStandardHelpOptions = true,
    footer = {
      "%nExamples:",
      "  spotter replay 0c7d6a1e-... --config /etc/spotter/spotter.yaml",
      "  spotter replay --all --config /etc/spotter/spotter.yaml",
      "%nExit codes: 0 the same bytes, 1 another answer, 2 wrong settings, 4 there is no such"
          + " decision, or too little of it was kept."
    })
final class ReplayCommand implements Callable<Integer> {
  private final Streams streams;

  @Mixin RecordOption record;

  @ArgGroup(multiplicity = "1")
  Which which;

  static final class Which {
    @Parameters(paramLabel = "ID", description = "The decision's id, as in X-Decision-Id.")
    String id = "";

    @Option(
        names = "--all",
        description = "Every decision of which enough was kept; ids of those that differ.")
    boolean all;
  }

  ReplayCommand(Streams streams) {
    this.streams = streams;
    this.which = new Which();
  }

  @Override
  public Integer call() {
    return record.read(streams, which.all ? this::all : this::one);
  }

  private int one(RecordView opened) {
    Replayed replayed = opened.replay(which.id);
    if (replayed == null) {
      streams.err().println("spotter: there is no decision " + which.id);
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

  private int all(RecordView opened) {
    int[] counts = new int[3];
    opened.decisions(id -> counts[outcome(opened, id)]++);
    streams
        .err()
        .println(
            counts[0] + " the same, " + counts[1] + " other, " + counts[2] + " not kept in full");
    return counts[1] == 0 ? Exit.OK : Exit.FINDINGS;
  }

  /** 0 for the same, 1 for another answer, 2 where too little was kept. */
  private int outcome(RecordView opened, String id) {
    try {
      Replayed replayed = opened.replay(id);
      if (replayed != null && replayed.same()) {
        return 0;
      }
      String told = replayed == null ? " is gone" : " by Spotter " + replayed.program();
      streams.out().println(id + told);
      return 1;
    } catch (NotKept e) {
      return 2;
    }
  }
}
