package dev.spotter.app;

import dev.spotter.publish.Gate;
import dev.spotter.publish.Judged;
import dev.spotter.rules.RuleFiles;
import dev.spotter.rules.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spotter publish}: puts edited rules where engines follow them, if they may. */
@Command(
    name = "publish",
    description = {
      "Put the rules of FROM in the place of those in TO, if they compile, keep their cases, and"
          + " break no invariant, neither their own nor one of those in TO.",
      "The rules before are kept beside TO as TO.previous."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "%nExamples:",
      "  spotter publish rules /srv/spotter/rules",
      "  spotter publish --dry-run rules /srv/spotter/rules",
      "  spotter publish --change-invariants rules /srv/spotter/rules   (after a clinician has looked)"
    })
final class PublishCommand implements Callable<Integer> {
  private static final int CASES_PER_CLIENT = 4;

  private final Streams streams;

  @Parameters(index = "0", paramLabel = "FROM", description = "The folder with the edited rules.")
  @Nullable Path from;

  @Parameters(
      index = "1",
      paramLabel = "TO",
      description = "The folder that engines follow; made if it is not there.")
  @Nullable Path to;

  @Option(
      names = "--change-invariants",
      description = "Let published invariants be taken away or changed.")
  boolean changeInvariants;

  @Option(names = "--dry-run", description = "Only say whether they may.")
  boolean dryRun;

  @Option(
      names = "--clients",
      paramLabel = "N",
      defaultValue = "5000",
      description = "Generated clients to try invariants on. Default: ${DEFAULT-VALUE}.")
  int clients;

  PublishCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    Path source = Objects.requireNonNull(from);
    Path target = Objects.requireNonNull(to).toAbsolutePath().normalize();
    RuleFiles edited = RuleFiles.read(List.of(source));
    RuleSet published =
        Files.isDirectory(target) ? RuleSet.of(RuleFiles.read(List.of(target))) : null;
    Gate gate = Gate.trying(clients, CASES_PER_CLIENT * clients).comparing();
    Judged judged =
        (changeInvariants ? gate.lettingInvariantsChange() : gate).judge(edited, published);
    for (String refusal : judged.refusals()) {
      streams.out().println(refusal);
    }
    RuleSet rules = judged.rules();
    if (rules == null || !judged.accepted()) {
      streams.out().println("not published: " + judged.refusals().size() + " reason(s) above");
      streams.out().flush();
      return rules == null ? Exit.RULES : Exit.FINDINGS;
    }
    if (!dryRun) {
      put(edited, target);
    }
    streams
        .out()
        .println(
            (dryRun ? "may be published: " : "published: ")
                + rules.id().substring(0, 19)
                + (published == null ? "" : " after " + published.id().substring(0, 19)));
    streams.out().flush();
    return Exit.OK;
  }

  /** Whole or not at all: written beside the folder, which then changes places with it. */
  private static void put(RuleFiles edited, Path target) throws IOException {
    Path next = target.resolveSibling(target.getFileName() + ".next");
    Path previous = target.resolveSibling(target.getFileName() + ".previous");
    delete(next);
    Files.createDirectories(next);
    for (Map.Entry<String, byte[]> file : edited.files().entrySet()) {
      Files.write(next.resolve(file.getKey()), file.getValue());
    }
    if (Files.isDirectory(target)) {
      delete(previous);
      Files.move(target, previous, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(next, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
