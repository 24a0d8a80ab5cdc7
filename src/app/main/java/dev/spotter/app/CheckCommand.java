package dev.spotter.app;

import dev.spotter.check.Check;
import dev.spotter.check.Findings;
import dev.spotter.check.Page;
import dev.spotter.rules.Diagnostic;
import dev.spotter.rules.Diagnostic.Severity;
import dev.spotter.rules.RuleFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spotter check}: all that is wrong with a folder of rules, at once. */
@Command(
    name = "check",
    description = {
      "Say all that is wrong with a folder of rules, each with its place and what to write instead.",
      "No rule is run; spotter test and spotter prove do that."
    },
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no errors (warnings and hints do not count)",
      "1:warnings, with --strict",
      "2:wrong usage",
      "3:errors: the rules are not taken"
    },
    footer = {
      "%nExamples:",
      "  spotter check",
      "  spotter check my-rules --strict",
      "  spotter check --rules rules --rules my-rules     (my-rules laid over rules)",
      "  spotter check --explain SP012",
      "  spotter check --format sarif > check.sarif"
    })
final class CheckCommand implements Callable<Integer> {
  enum Format {
    text,
    json,
    sarif,
    github
  }

  private final Streams streams;

  @Mixin RulesOption rules;
  @Mixin ColourOption colour;

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      description = "A rules folder; laid over those of --rules, if there are any.")
  @Nullable Path folder;

  @Option(
      names = "--format",
      defaultValue = "text",
      description =
          "text, json, sarif (2.1.0) or github (workflow commands). Default: ${DEFAULT-VALUE}.")
  Format format;

  @Option(names = "--strict", description = "Let warnings count: exit 1 if there are any.")
  boolean strict;

  @Option(names = "--hints", description = "Show hints too.")
  boolean hints;

  @Option(
      names = "--explain",
      paramLabel = "CODE",
      description = "Say what a code such as SP012 means, with an example; all for a list.")
  @Nullable String explain;

  CheckCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    if (explain != null) {
      return explain(explain);
    }
    if (folder != null) {
      List<Path> folders = new ArrayList<>(rules.folders);
      folders.add(folder);
      rules.folders = folders;
    }
    RuleFiles files = rules.files();
    Findings found = Check.of(files);
    Findings shown = placed(hints ? found : found.withoutHints(), rules.named());
    switch (format) {
      case text -> new CheckText(colour.ink(), streams.out()).write(shown, found);
      case json -> CheckJson.write(shown, streams.out());
      case sarif -> CheckSarif.write(shown, streams.out());
      case github -> CheckGithub.write(shown, streams.out());
    }
    streams.out().flush();
    if (found.count(Severity.ERROR) > 0) {
      return Exit.RULES;
    }
    return strict && found.count(Severity.WARNING) > 0 ? Exit.FINDINGS : Exit.OK;
  }

  private int explain(String code) {
    if (code.equalsIgnoreCase("all")) {
      Page.all().forEach(p -> streams.out().println(p.code().id() + "  " + p.title()));
      streams.out().flush();
      return Exit.OK;
    }
    Page page = Page.of(code);
    if (page == null) {
      streams
          .err()
          .println("there is no code " + code + "; spotter check --explain all lists them");
      return Exit.USAGE;
    }
    streams.out().print(page.text());
    streams.out().flush();
    return Exit.OK;
  }

  /** The same findings, their files named as the shell would: with the folder that holds them. */
  private static Findings placed(Findings found, List<Path> folders) {
    return new Findings(
        found.origin(), found.rules(), found.all().stream().map(d -> placed(d, folders)).toList());
  }

  private static Diagnostic placed(Diagnostic found, List<Path> folders) {
    String file = found.file();
    for (Path folder : folders) {
      Path there = folder.resolve(found.file());
      if (Files.isRegularFile(there)) {
        file = there.toString();
      }
    }
    return new Diagnostic(
        found.code(),
        file,
        found.line(),
        found.column(),
        found.message(),
        found.help(),
        found.sourceLine());
  }
}
