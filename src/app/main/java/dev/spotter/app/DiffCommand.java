package dev.spotter.app;

import dev.spotter.assess.Assessor;
import dev.spotter.batch.Archive;
import dev.spotter.batch.BatchException;
import dev.spotter.compare.ClientComparison;
import dev.spotter.compare.Totals;
import dev.spotter.diff.Diff;
import dev.spotter.diff.DiffJson;
import dev.spotter.diff.DiffPage;
import dev.spotter.diff.DiffText;
import dev.spotter.intake.Reading;
import dev.spotter.rules.RuleFiles;
import dev.spotter.rules.RuleSet;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code spotter diff}: two states of the rules beside each other. */
@Command(
    name = "diff",
    description =
        "Compare two states of the rules: what was edited, and what that does to an archive of"
            + " clients.",
    mixinStandardHelpOptions = true,
    footer = {
      "%nOLD and NEW are rules folders (rules, or rules+my-rules for one laid over another), or",
      "revisions of git: HEAD~1, v1.2, v1.2:path/to/rules.",
      "%nExamples:",
      "  spotter diff HEAD~1 rules --clients 'archive/*.ndjson.gz'",
      "  spotter diff rules rules+my-rules --clients clients.ndjson --format html > diff.html",
      "  spotter diff v1.2 v1.3",
      "%nExit codes: 0 no level fell or was lost and no invariant either, 1 otherwise,"
          + " 3 rules that do not compile, 4 an input cannot be had."
    })
final class DiffCommand implements Callable<Integer> {
  enum Format {
    text,
    json,
    html
  }

  private final Streams streams;

  @Spec CommandSpec spec;
  @Mixin ClockOption clock;

  @Parameters(index = "0", paramLabel = "OLD", description = "The rules as they were.")
  String old;

  @Parameters(index = "1", paramLabel = "NEW", description = "The rules as they are to be.")
  String fresh;

  @Option(
      names = "--clients",
      paramLabel = "INPUT",
      arity = "1..*",
      description =
          "Clients to compare on: whatever batch takes. Without it, only the rules are compared.")
  List<String> clients = new ArrayList<>();

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "text, json or html. Default: ${DEFAULT-VALUE}.")
  Format format;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "10",
      description = "Clients named in each group; counts are whole. Default: ${DEFAULT-VALUE}.")
  int limit;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Threads that assess. Default: one a core.")
  @Nullable Integer workers;

  DiffCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    int threads = workers == null ? Runtime.getRuntime().availableProcessors() : workers;
    if (threads < 1 || threads > 256 || limit < 0) {
      throw new ParameterException(
          spec.commandLine(), "--workers is a number from 1 to 256, --limit one from 0");
    }
    OffsetDateTime fixed = clock.fixed(spec);
    Assessor.Settings settings =
        Assessor.Settings.at(
            fixed == null ? OffsetDateTime.now(clock.zone(spec)) : fixed, clock.zone(spec));
    RuleSet before = load("old", old);
    RuleSet after = load("new", fresh);
    ClientComparison comparison;
    try {
      comparison = new ClientComparison(before, after, settings);
    } catch (IllegalArgumentException e) {
      streams.err().println(e.getMessage());
      return Exit.RULES;
    }
    Totals totals = clients.isEmpty() ? null : new Totals(limit);
    if (totals != null && !compare(before, after, comparison, totals, threads)) {
      return Exit.INTERRUPTED;
    }
    if (totals != null && totals.records() == 0) {
      throw new InputException("there is no client in the input");
    }
    Diff diff = new Diff(before, after, comparison.change(), totals);
    write(diff, streams.out());
    return diff.safe() ? Exit.OK : Exit.FINDINGS;
  }

  private RuleSet load(String what, String named) {
    RuleFiles files = RulesAt.read(named);
    RuleSet rules = RuleSet.of(files);
    streams.err().println(what + ": " + files.origin() + ", " + rules.id().substring(0, 19));
    return rules;
  }

  /** False if somebody asked to stop. */
  private boolean compare(
      RuleSet before, RuleSet after, ClientComparison comparison, Totals totals, int threads) {
    PrintStream err = streams.err();
    long began = System.nanoTime();
    try (Interrupt interrupt = new Interrupt();
        BatchProgress progress = new BatchProgress(err)) {
      Archive archive = new Archive(clients, System.in);
      Function<Archive.Entry, Reading> now = archive.reader(after.vocabulary());
      Function<Archive.Entry, Reading> then =
          comparison.sameQuestions() ? now : archive.reader(before.vocabulary());
      boolean ended =
          archive.each(
              threads,
              entries -> {
                Totals some = new Totals(limit);
                for (Archive.Entry entry : entries) {
                  Reading is = now.apply(entry);
                  Reading was = comparison.sameQuestions() ? is : then.apply(entry);
                  comparison.compare(entry.source(), entry.line(), was, is, some);
                }
                return some;
              },
              totals::add,
              some -> some.after("rejected"),
              progress::at,
              interrupt::asked);
      progress.close();
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      err.printf(
          "%,d record(s) in %d.%d s%s%n",
          totals.records(), took.toSeconds(), took.toMillisPart() / 100, progress.rate());
      return ended;
    } catch (BatchException e) {
      Throwable cause = e.getCause();
      throw new InputException(e.getMessage() + (cause == null ? "" : " (" + cause + ")"));
    }
  }

  private void write(Diff diff, PrintStream out) throws IOException {
    switch (format) {
      case text -> DiffText.write(diff, out);
      case json -> out.write(DiffJson.bytes(diff));
      case html -> out.print(DiffPage.html(diff));
    }
    out.flush();
  }
}
