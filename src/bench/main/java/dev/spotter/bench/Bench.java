package dev.spotter.bench;

import dev.spotter.bench.peer.PeersTable;
import dev.spotter.intake.Parsing;
import java.util.List;

/** Measures one part: {@code dev.spotter.bench.Bench PART [ARGUMENTS]}, from the root. */
public final class Bench {
  private Bench() {}

  public static void main(String[] args) throws Exception {
    List<String> rest = List.of(args).subList(1, args.length);
    switch (args[0]) {
      case "draw" -> Inputs.draw();
      case "jmh" -> OneAssessmentTable.measure(rest);
      case "peers" -> PeersTable.measure(rest);
      case "start" -> Starts.measure(number(rest, 10));
      case "scale" -> Scaling.measure(number(rest, 100_000));
      case "prove" -> Proving.measure(number(rest, 100_000));
      case "profile" -> HotFrames.measure(number(rest, 20));
      case "parsing" ->
          Page.put(
              "parsing",
              Page.table(
                  Parsing.measure(Inputs.rules().vocabulary(), Inputs.file(), number(rest, 15))));
      default -> throw new IllegalArgumentException("there is no part " + args[0]);
    }
  }

  private static int number(List<String> arguments, int otherwise) {
    return arguments.isEmpty() ? otherwise : Integer.parseInt(arguments.get(0));
  }
}
