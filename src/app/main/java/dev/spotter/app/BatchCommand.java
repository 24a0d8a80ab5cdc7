package dev.spotter.app;

import dev.spotter.batch.Batch;
import dev.spotter.batch.BatchException;
import dev.spotter.batch.Form;
import dev.spotter.batch.Order;
import dev.spotter.batch.Outcome;
import dev.spotter.rules.RuleSet;
import dev.spotter.vocabulary.Suggestion;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code spotter batch}: very many clients at once. */
@Command(
    name = "batch",
    description =
        "Assess very many clients: files in, a folder of results out; can be gone on with.",
    mixinStandardHelpOptions = true,
    footer = {
      "%nThe folder gets assessments.ndjson, rejected.ndjson, call-today.csv, summary.json and",
      "report.html. Killed or interrupted, the same command goes on where it was.",
      "%nExamples:",
      "  spotter batch clients.ndjson.gz --out results",
      "  spotter batch 'intake/*.csv' more.json --out results --format csv --columns id,level,flags",
      "  zcat clients.gz | spotter batch - --out results",
      "%nExit codes: 0 all assessed, 2 the folder holds something else, 4 records were rejected or an"
          + " input cannot be read, 5 a rule failed for a client or results cannot be written,"
          + " 130 interrupted."
    })
final class BatchCommand implements Callable<Integer> {
  private final Streams streams;

  @Spec CommandSpec spec;
  @Mixin EngineOption engine;

  @Parameters(
      paramLabel = "INPUT",
      arity = "1..*",
      description =
          "Files (NDJSON, JSON, CSV or YAML; also .gz and .zst), directories, quoted globs, or - for standard input.")
  List<String> inputs;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "The folder of results; made if there is none.")
  Path out;

  @Option(
      names = "--detail",
      defaultValue = "summary",
      description =
          "summary (ids only) or full (the whole answer, as assess gives it). Default: ${DEFAULT-VALUE}.")
  Form.Detail detail;

  @Option(
      names = "--format",
      defaultValue = "ndjson",
      description = "ndjson or csv. Default: ${DEFAULT-VALUE}.")
  Form.File format;

  @Option(
      names = "--columns",
      split = ",",
      paramLabel = "NAME",
      description =
          "The columns of a csv: id, at, status, level, flags, verdict, first, likelihood,"
              + " remedies, withheld (these unless chosen), rule, source, line, likelihood.CAUSE.")
  @Nullable List<String> columns;

  @Option(
      names = "--workers",
      paramLabel = "N",
      description = "Threads that assess. Default: one a core.")
  @Nullable Integer workers;

  @Option(
      names = "--max-rejected",
      paramLabel = "N",
      defaultValue = "-1",
      description = "Stop once more records than this were rejected. Default: never.")
  long maxRejected;

  @Option(names = "--restart", description = "Throw away what an earlier run left in the folder.")
  boolean restart;

  @Option(names = "--commit-every", paramLabel = "N", defaultValue = "20000", hidden = true)
  int commitEvery;

  BatchCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    RuleSet rules = engine.rules.load(streams.err());
    Order order = order(rules);
    PrintStream err = streams.err();
    long began = System.nanoTime();
    try (Interrupt interrupt = new Interrupt();
        BatchProgress progress = new BatchProgress(err)) {
      Outcome outcome =
          new Batch(rules, order, System.in, err::println).run(interrupt::asked, progress::at);
      progress.close();
      return tell(outcome, Duration.ofNanos(System.nanoTime() - began), progress.rate());
    } catch (BatchException e) {
      Throwable cause = e.getCause();
      err.println("spotter: " + e.getMessage() + (cause == null ? "" : " (" + cause + ")"));
      return switch (e.fault()) {
        case COMMAND -> Exit.USAGE;
        case INPUT -> Exit.INPUT;
        case OUTPUT -> Exit.INTERNAL;
      };
    }
  }

  private Order order(RuleSet rules) {
    if (columns != null && format != Form.File.csv) {
      throw usage("--columns are those of --format csv");
    }
    if (format == Form.File.csv && detail == Form.Detail.full) {
      throw usage("--detail full is no table: leave it out, or --format csv");
    }
    List<String> chosen =
        format != Form.File.csv ? List.of() : columns == null ? Form.USUAL_COLUMNS : columns;
    List<String> known = new ArrayList<>(Form.ALL_COLUMNS);
    rules.vocabulary().causes().keySet().forEach(c -> known.add("likelihood." + c));
    for (String column : chosen) {
      if (!known.contains(column)) {
        throw usage("there is no column '" + column + "': " + Suggestion.among(column, known));
      }
    }
    int threads = workers == null ? Runtime.getRuntime().availableProcessors() : workers;
    if (threads < 1 || threads > 256 || commitEvery < 1) {
      throw usage("--workers is a number from 1 to 256");
    }
    return new Order(
        inputs,
        out,
        new Form(detail, format, chosen),
        engine.clock.fixed(spec),
        engine.clock.zone(spec),
        threads,
        maxRejected,
        restart,
        commitEvery);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private int tell(Outcome outcome, Duration took, String rate) {
    PrintStream err = streams.err();
    err.printf(
        "%,d record(s) in %d.%d s%s: %,d assessed, %,d failed, %,d rejected%n",
        outcome.records(),
        took.toSeconds(),
        took.toMillisPart() / 100,
        rate,
        outcome.assessed(),
        outcome.failed(),
        outcome.rejected());
    if (outcome.failed() + outcome.emergencies() + outcome.urgent() > 0) {
      err.printf(
          "call today: %,d failed in a rule, %,d emergency, %,d urgent%n",
          outcome.failed(), outcome.emergencies(), outcome.urgent());
    }
    return switch (outcome.ending()) {
      case INTERRUPTED -> {
        err.println(
            inputs.contains("-")
                ? "interrupted; standard input cannot be gone on with: begin anew with --restart"
                : "interrupted; what is done is kept: the same command goes on from here");
        yield Exit.INTERRUPTED;
      }
      case TOO_MANY_REJECTED -> {
        err.println(
            "stopped: more than "
                + maxRejected
                + " records were rejected (see "
                + out.resolve("rejected.ndjson.part")
                + "). The same command with a higher --max-rejected goes on from here");
        yield Exit.INPUT;
      }
      case FINISHED -> {
        err.println("report: " + out.resolve("report.html"));
        yield outcome.failed() > 0 ? Exit.INTERNAL : finished(outcome);
      }
    };
  }

  private int finished(Outcome outcome) {
    if (outcome.records() == 0) {
      streams.err().println("there is no client in the input");
      return Exit.INPUT;
    }
    return outcome.rejected() > 0 ? Exit.INPUT : Exit.OK;
  }
}
