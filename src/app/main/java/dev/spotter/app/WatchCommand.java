package dev.spotter.app;

import dev.spotter.Spotter;
import dev.spotter.assess.Assessor;
import dev.spotter.compare.ClientComparison;
import dev.spotter.compare.Totals;
import dev.spotter.diff.Diff;
import dev.spotter.diff.DiffText;
import dev.spotter.intake.Reading;
import dev.spotter.publish.Gate;
import dev.spotter.publish.Judged;
import dev.spotter.publish.RulesFolder;
import dev.spotter.rules.RuleSet;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spotter watch}: says after every save whether the rules are right, and what changed. */
@Command(
    name = "watch",
    description = {
      "After every save: check, cases, invariants, and whose answers change since the last good state.",
      "Ends with Ctrl-C."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "%nExamples:",
      "  spotter watch",
      "  spotter watch my-rules --clients clients.ndjson --clients facts/clients"
    })
final class WatchCommand implements Callable<Integer> {
  /** Reasons that are shown of an edit that is not good yet. */
  private static final int SHOWN = 12;

  /** Clients named in each group of changes. */
  private static final int NAMED = 5;

  private static final Assessor.Settings SETTINGS =
      Assessor.Settings.at(
          OffsetDateTime.of(2026, 1, 5, 12, 0, 0, 0, ZoneOffset.UTC), ZoneOffset.UTC);

  private final Streams streams;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      defaultValue = "rules",
      description = "The rules folder to watch. Default: ${DEFAULT-VALUE}.")
  Path folder = Path.of("rules");

  @Option(
      names = "--clients",
      paramLabel = "FILE",
      description =
          "Clients whose answers are compared; files or folders. Default: facts/clients, if there.")
  List<String> clients = new ArrayList<>();

  @Option(names = "--once", description = "End after the first change; for scripts.")
  boolean once;

  WatchCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (clients.isEmpty() && Files.isDirectory(Path.of("facts", "clients"))) {
      clients.add("facts/clients");
    }
    PrintStream out = streams.out();
    BlockingQueue<Judged> told = new LinkedBlockingQueue<>();
    Gate gate = Gate.trying(100, 100);
    try (RulesFolder followed = new RulesFolder(folder, gate, told::add)) {
      RuleSet good = followed.current();
      out.println("watching " + folder + ", " + good.id().substring(0, 19));
      // Says how things stand, and spares the first save what Java takes to warm up.
      Judged now = gate.judge(good.files(), null);
      refused(now.refusals(), out);
      stands(now, now.took(), out);
      do {
        good = say(told.take(), good, out);
      } while (!once);
    }
    return Exit.OK;
  }

  /** Says what became of a save, and gives the last good state. */
  private RuleSet say(Judged judged, RuleSet good, PrintStream out) {
    long start = System.nanoTime();
    out.println();
    refused(judged.refusals(), out);
    RuleSet rules = judged.rules();
    if (rules != null) {
      DiffText.write(compared(good, rules), out);
    }
    stands(judged, judged.took().plusNanos(System.nanoTime() - start), out);
    return rules != null && judged.accepted() ? rules : good;
  }

  private static void refused(List<String> refusals, PrintStream out) {
    refusals.stream().limit(SHOWN).forEach(out::println);
    if (refusals.size() > SHOWN) {
      out.println("and " + (refusals.size() - SHOWN) + " more, see spotter test");
    }
  }

  private static void stands(Judged judged, Duration took, PrintStream out) {
    out.printf(
        Locale.ROOT,
        "%s (%.1f s)%n",
        judged.accepted() ? "good" : "not good yet: " + judged.refusals().size() + " reason(s)",
        took.toMillis() / 1000.0);
    out.flush();
  }

  private Diff compared(RuleSet good, RuleSet rules) {
    ClientComparison comparison = new ClientComparison(good, rules, SETTINGS);
    Totals totals = new Totals(NAMED);
    List<Reading> were = readings(good);
    List<Reading> are = comparison.sameQuestions() ? were : readings(rules);
    for (int i = 0; i < Math.min(were.size(), are.size()); i++) {
      comparison.compare("", i + 1, were.get(i), are.get(i), totals);
    }
    return new Diff(good, rules, comparison.change(), totals);
  }

  private List<Reading> readings(RuleSet rules) {
    List<Reading> readings = new ArrayList<>();
    new Inputs(clients).read(Spotter.of(rules), readings::add);
    return readings;
  }
}
