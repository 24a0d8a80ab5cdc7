package dev.spotter.app;

import dev.spotter.Spotter;
import dev.spotter.cases.CaseResult;
import dev.spotter.cases.CaseRunner;
import dev.spotter.rules.RuleFiles;
import dev.spotter.rules.RuleSet;
import dev.spotter.scaffold.Addition;
import dev.spotter.scaffold.Scaffold;
import dev.spotter.scaffold.ScaffoldRefused;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code spotter new}: a rule, a cause or a question, with its cases, green from the start. */
@Command(
    name = "new",
    description =
        "Write a new rule, cause or question, with its cases; all cases pass right after.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "(rule | cause | question)",
    footer = {
      "%nExamples:",
      "  spotter new rule \"muscle fatigue: after hill sprints\" --cause muscle-fatigue",
      "  spotter new cause overheating --title Overheating --dry-run",
      "  spotter new question sauna.used --ask \"Have you been in a sauna?\""
    })
final class NewCommand {
  /** How many ways are tried before giving up; each compiles the rules and runs all cases. */
  private static final int MOST_TRIES = 12;

  private final Streams streams;

  @Spec CommandSpec spec;

  @Option(
      names = "--rules",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description =
          "The rules folder, by default rules; repeated, a later one lies over an earlier one and"
              + " the last is written to.")
  List<Path> folders = new ArrayList<>();

  @Option(
      names = "--dry-run",
      scope = ScopeType.INHERIT,
      description = "Write nothing; print what would be added.")
  boolean dryRun;

  NewCommand(Streams streams) {
    this.streams = streams;
  }

  @Command(name = "rule", description = "A rule that speaks for a cause, beside its others.")
  int rule(
      @Parameters(paramLabel = "NAME", description = "Its name, unique over all files.")
          String name,
      @Option(names = "--cause", required = true, description = "The cause it speaks for.")
          String cause)
      throws IOException {
    return add(s -> s.rule(name, cause), true);
  }

  @Command(name = "cause", description = "A cause with one finding and one conclusion.")
  int cause(
      @Parameters(paramLabel = "NAME", description = "Its id, such as other-origin.") String id,
      @Option(names = "--title", description = "As people read it. Default: from its id.")
          @Nullable String title)
      throws IOException {
    String words = id.isEmpty() ? id : Character.toUpperCase(id.charAt(0)) + id.substring(1);
    return add(s -> s.cause(id, title == null ? words.replace('-', ' ') : title), false);
  }

  @Command(name = "question", description = "A yes/no question, and a note that reads it.")
  int question(
      @Parameters(paramLabel = "NAME", description = "Its id, such as workout.belt.") String id,
      @Option(names = "--ask", description = "The wording.", defaultValue = "Say here what to ask?")
          String ask)
      throws IOException {
    return add(s -> Stream.of(s.question(id, ask)), false);
  }

  private interface Ways {
    Stream<Addition> of(Scaffold scaffold);
  }

  private int add(Ways ways, boolean sameGoldens) throws IOException {
    List<Path> layers = folders.isEmpty() ? List.of(Path.of("rules")) : folders;
    RuleFiles before = RuleFiles.read(layers);
    RuleSet rules = RuleSet.of(before);
    List<Addition> tries;
    try {
      tries = ways.of(new Scaffold(rules)).limit(MOST_TRIES).toList();
    } catch (ScaffoldRefused e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    } catch (IllegalArgumentException e) {
      // A cases file that is not understood: it must be mended first.
      streams.err().println(e.getMessage());
      return Exit.FINDINGS;
    }
    try {
      return first(tries, rules, layers.get(layers.size() - 1), sameGoldens);
    } catch (IllegalArgumentException e) {
      streams.err().println(e.getMessage());
      return Exit.FINDINGS;
    }
  }

  /** Takes the first way that leaves everything green. */
  private int first(List<Addition> tries, RuleSet rules, Path folder, boolean sameGoldens)
      throws IOException {
    RuleFiles before = rules.files();
    for (Addition addition : tries) {
      RuleSet after = RuleSet.of(addition.to(before));
      if (green(after, rules) && (!sameGoldens || goldens(rules).equals(goldens(after)))) {
        if (!dryRun) {
          write(addition, folder, before);
        }
        tell(addition);
        return Exit.OK;
      }
    }
    streams.err().println("no way was found that leaves all cases as they are: nothing is written");
    return Exit.FINDINGS;
  }

  /** No failure that was not there before. */
  private static boolean green(RuleSet after, RuleSet before) {
    Set<String> failures = failures(after);
    if (!failures.isEmpty()) {
      failures.removeAll(failures(before));
    }
    return failures.isEmpty();
  }

  private static Set<String> failures(RuleSet rules) {
    CaseRunner runner = new CaseRunner(rules);
    Set<String> failures = new HashSet<>();
    for (CaseResult result : runner.run(CaseRunner.casesOf(rules))) {
      result.failures().forEach(f -> failures.add(result.example().name() + ": " + f));
    }
    runner.lawless().forEach(l -> failures.add(l.replaceFirst("^[^ ]* ", "")));
    return failures;
  }

  /** What is said of the example clients, where there are some, as {@code spotter test} looks. */
  private static List<String> goldens(RuleSet rules) throws IOException {
    Path facts = Path.of("facts");
    if (!Files.isDirectory(facts.resolve("clients"))) {
      return List.of();
    }
    return new Goldens(Spotter.of(rules), facts)
        .run(false).stream().map(TestReport.Outcome::toString).toList();
  }

  private static void write(Addition addition, Path folder, RuleFiles before) throws IOException {
    for (Map.Entry<String, String> file : addition.files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      byte[] bytes = file.getValue().getBytes(StandardCharsets.UTF_8);
      if (Files.exists(path) && before.files().containsKey(file.getKey())) {
        Replaced.write(path, bytes);
      } else {
        Files.write(path, bytes, StandardOpenOption.CREATE_NEW);
      }
    }
  }

  private void tell(Addition addition) {
    PrintStream out = streams.out();
    addition
        .added()
        .forEach(
            (name, text) -> {
              out.println((dryRun ? "would add to " : "added to ") + name + ":");
              text.replaceFirst("^\\s*\n", "")
                  .stripTrailing()
                  .lines()
                  .forEach(l -> out.println(l.isEmpty() ? "" : "    " + l));
              out.println();
            });
    out.println("all cases pass. What to edit next:");
    addition.next().forEach(n -> out.println("  " + n));
    out.println("then: spotter fmt, spotter test, spotter prove");
    out.flush();
  }
}
