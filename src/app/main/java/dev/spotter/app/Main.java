package dev.spotter.app;

import dev.spotter.rules.RulesRefused;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command {@code spotter}. */
@Command(
    name = "spotter",
    description = "Tells why a back is sore after deadlifting, how urgent it is, and what to do.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    subcommands = {
      AssessCommand.class,
      BatchCommand.class,
      ShowCommand.class,
      WhyCommand.class,
      WhyNotCommand.class,
      HistoryCommand.class,
      CheckCommand.class,
      TestCommand.class,
      ProveCommand.class,
      PublishCommand.class,
      WatchCommand.class,
      DiffCommand.class,
      FmtCommand.class,
      NewCommand.class,
      DocsCommand.class,
      SchemaCommand.class,
      HelpCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all went well",
      "1:findings: failed cases, a broken invariant, warnings with check --strict",
      "2:wrong usage",
      "3:the rules do not compile",
      "4:bad input: a client was rejected, the others were assessed",
      "5:a fault of ours: a rule threw",
      "130:interrupted; a batch can be gone on with"
    },
    footer = {
      "%nExamples:",
      "  spotter assess facts/clients/anna.json",
      "  spotter assess --format json clients.ndjson > answers.ndjson",
      "  spotter assess --rules my-rules --explain anna.yaml",
      "  spotter why facts/clients/anna.json muscle-fatigue",
      "  spotter why-not facts/clients/anna.json injury",
      "  spotter batch clients.ndjson.gz --out results",
      "  spotter history facts/logs/strong.csv --unit kg --html log.html",
      "  spotter check",
      "  spotter test",
      "  spotter prove",
      "  spotter watch",
      "  spotter diff HEAD~1 rules --clients clients.ndjson",
      "  spotter publish rules /srv/spotter/rules",
      "  spotter docs"
    })
public final class Main {
  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    PrintStream err =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    System.setOut(out);
    System.setErr(err);
    int code = run(args, out, err);
    out.flush();
    System.exit(out.checkError() && code == Exit.OK ? Exit.INTERNAL : code);
  }

  /** Runs the command with the given streams. */
  static int run(String[] args, PrintStream out, PrintStream err) {
    CommandLine line = new CommandLine(new Main(), new Factory(new Streams(out, err)));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, err));
    return line.execute(args);
  }

  private static int failed(Exception e, PrintStream err) {
    if (e instanceof RulesRefused refused) {
      err.println(refused.getMessage());
      err.println(refused.diagnostics().size() + " problem(s); the rules were not taken");
      return Exit.RULES;
    }
    if (e instanceof InputException || e instanceof UncheckedIOException) {
      Throwable cause = e.getCause();
      err.println("spotter: " + e.getMessage() + (cause == null ? "" : " (" + cause + ")"));
      return Exit.INPUT;
    }
    err.println("spotter: a fault of ours, please report it");
    e.printStackTrace(err);
    return Exit.INTERNAL;
  }
}
