package dev.spotter.app;

import dev.spotter.prove.Broken;
import dev.spotter.prove.Invariant;
import dev.spotter.prove.Proof;
import dev.spotter.prove.Prover;
import dev.spotter.prove.SafetyFile;
import dev.spotter.rules.RuleSet;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code spotter prove}: what no edit may break, tried on generated clients. */
@Command(
    name = "prove",
    description =
        "Try the invariants of safety.yaml on generated clients; show the smallest client that breaks one.",
    mixinStandardHelpOptions = true,
    footer = {
      "%nExamples:",
      "  spotter prove",
      "  spotter prove --clients 1000000",
      "  spotter prove --rules my-rules --seed 7"
    })
final class ProveCommand implements Callable<Integer> {
  private final Streams streams;

  @Mixin RulesOption rules;

  @Option(
      names = "--clients",
      paramLabel = "N",
      defaultValue = "100000",
      description = "How many clients to try. Default: ${DEFAULT-VALUE}.")
  int clients;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "20260302",
      description = "The same seed draws the same clients. Default: ${DEFAULT-VALUE}.")
  long seed;

  ProveCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    RuleSet loaded = rules.load(streams.err());
    List<Invariant> invariants;
    try {
      invariants = SafetyFile.of(loaded);
    } catch (IllegalArgumentException e) {
      streams.err().println(e.getMessage());
      return Exit.RULES;
    }
    Proof proof;
    try (Progress progress = new Progress("clients", clients, streams.err())) {
      proof = new Prover(loaded, invariants, seed).prove(clients, progress::at);
    }
    write(proof, streams.out());
    return proof.holds() ? Exit.OK : Exit.FINDINGS;
  }

  private static void write(Proof proof, PrintStream out) {
    if (proof.met().isEmpty()) {
      out.println(
          "the rules folder has no invariant in " + SafetyFile.NAME + ": nothing was proved");
    }
    proof
        .met()
        .forEach(
            (invariant, met) ->
                out.printf(
                    "%10d %s %s%n",
                    met,
                    proof.settled().containsKey(invariant) ? "all" : "   ",
                    met == 0 ? invariant.name() + ": FAILED, met by nobody" : invariant.name()));
    proof.broken().forEach(b -> broken(b, out));
    out.println();
    out.printf(
        "all: %d invariants hold whatever else is answered; %d cases stand for all clients without"
            + " a log. The others were tried on as many clients as stand before them.%n",
        proof.settled().size(),
        proof.settled().values().stream().mapToInt(Integer::intValue).sum());
    int least = proof.fired().values().stream().min(Comparator.naturalOrder()).orElse(0);
    List<String> rarest =
        proof.fired().entrySet().stream()
            .filter(e -> e.getValue() == least)
            .map(Map.Entry::getKey)
            .toList();
    out.println();
    out.printf(
        "%d invariants, %d broken, %d met by nobody; %d clients, seed %d; every rule fired for at least %d of them%s%n",
        proof.met().size(),
        proof.broken().size(),
        proof.vacuous().size(),
        proof.clients(),
        proof.seed(),
        least,
        rarest.isEmpty() ? "" : " (\"" + rarest.get(0) + "\")");
    out.flush();
  }

  private static void broken(Broken broken, PrintStream out) {
    Invariant invariant = broken.invariant();
    out.println();
    out.println(invariant.file() + ":" + invariant.line() + ": BROKEN: " + invariant.name());
    out.println("  " + broken.how() + "; the rules that fired:");
    broken.decision().fired().forEach(r -> out.println("    \"" + r + "\""));
    if (!broken.client().measures().isEmpty()) {
      out.println("  with a training log that measures " + broken.client().measures());
    }
    out.println("  the smallest client that breaks it, for spotter assess:");
    out.println(broken.client().text());
  }
}
