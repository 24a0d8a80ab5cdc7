package dev.spotter.app;

import dev.spotter.rules.RulesRefused;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command {@code spotter}. */
@Command(
    name = "spotter",
    description = "Tells why a back is sore after deadlifting, how urgent it is, and what to do.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
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
      "  spotter serve",
      "  spotter audit --config /etc/spotter/spotter.yaml",
      "  spotter publish rules /srv/spotter/rules",
      "  spotter docs"
    })
public final class Main {
  private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("assess", AssessCommand.class);
    COMMANDS.put("batch", BatchCommand.class);
    COMMANDS.put("show", ShowCommand.class);
    COMMANDS.put("why", WhyCommand.class);
    COMMANDS.put("why-not", WhyNotCommand.class);
    COMMANDS.put("history", HistoryCommand.class);
    COMMANDS.put("check", CheckCommand.class);
    COMMANDS.put("test", TestCommand.class);
    COMMANDS.put("prove", ProveCommand.class);
    COMMANDS.put("publish", PublishCommand.class);
    COMMANDS.put("watch", WatchCommand.class);
    COMMANDS.put("diff", DiffCommand.class);
    COMMANDS.put("serve", ServeCommand.class);
    COMMANDS.put("replay", ReplayCommand.class);
    COMMANDS.put("audit", AuditCommand.class);
    COMMANDS.put("record", RecordCommand.class);
    COMMANDS.put("fmt", FmtCommand.class);
    COMMANDS.put("new", NewCommand.class);
    COMMANDS.put("docs", DocsCommand.class);
    COMMANDS.put("schema", SchemaCommand.class);
    COMMANDS.put("fhir", FhirCommand.class);
    COMMANDS.put("help", HelpCommand.class);
  }

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
    commands(args).forEach(line::addSubcommand);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, err));
    return line.execute(args);
  }

  /** The command that is asked for, or all: making them all takes a fifth of a short command. */
  private static Map<String, Class<?>> commands(String[] args) {
    Class<?> named = args.length == 0 ? null : COMMANDS.get(args[0]);
    return named == null || named == HelpCommand.class ? COMMANDS : Map.of(args[0], named);
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
