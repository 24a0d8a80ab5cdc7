package dev.spotter.app;

import dev.spotter.Spotter;
import dev.spotter.cases.Case;
import dev.spotter.cases.CaseResult;
import dev.spotter.cases.CaseRunner;
import dev.spotter.cases.Coverage;
import dev.spotter.cases.Tally;
import dev.spotter.cases.Vignette;
import dev.spotter.cases.VignetteFile;
import dev.spotter.cases.VignetteRunner;
import dev.spotter.rules.RuleSet;
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

/** {@code spotter test}: the cases beside the rules, the law, and the golden reports. */
@Command(
    name = "test",
    description = {
      "Run the cases beside the rules and the golden reports of example clients.",
      "Given files or folders of vignettes, ask the rules about those stories instead, and say how"
          + " often the first cause and the level are right."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "%nExamples:",
      "  spotter test",
      "  spotter test --coverage",
      "  spotter test facts/vignettes",
      "  spotter test --rules my-rules --format junit > cases.xml",
      "  spotter test --accept      (writes the golden reports anew and shows what changed)"
    })
final class TestCommand implements Callable<Integer> {
  enum Format {
    text,
    json,
    junit
  }

  private final Streams streams;

  @Mixin RulesOption rules;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "text, json or junit. Default: ${DEFAULT-VALUE}.")
  Format format;

  @Parameters(
      paramLabel = "VIGNETTES",
      arity = "0..*",
      description = "Files or folders of vignettes (YAML).")
  List<Path> vignettes = new ArrayList<>();

  @Option(
      names = "--facts",
      paramLabel = "DIR",
      description =
          "A folder with clients/ and golden/. Default: facts beside the rules folder, if there is one.")
  @Nullable Path facts;

  @Option(
      names = "--accept",
      description = "Write the golden reports anew, and show the difference.")
  boolean accept;

  @Option(
      names = "--coverage",
      description =
          "Also show the rules and the conditions that no case or near miss shows both true and"
              + " false. For cases, in text and JSON; it changes no exit code.")
  boolean coverage;

  TestCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    RuleSet loaded = rules.load(streams.err());
    if (!vignettes.isEmpty()) {
      return vignettes(loaded);
    }
    List<Case> cases;
    try {
      cases = CaseRunner.casesOf(loaded);
    } catch (IllegalArgumentException e) {
      streams.err().println(e.getMessage());
      return Exit.FINDINGS;
    }
    Coverage.Counting counting = coverage ? new Coverage.Counting(loaded) : null;
    CaseRunner runner =
        counting == null ? new CaseRunner(loaded) : new CaseRunner(loaded, counting::take);
    List<CaseResult> results = runner.run(cases);
    TestReport report = new TestReport(loaded, results, runner.lawless());
    if (counting != null) {
      report.coverage(counting.coverage());
    }
    Path folder = facts == null ? Path.of("facts") : facts;
    if (facts != null && !Files.isDirectory(folder.resolve("clients"))) {
      throw new InputException("there is no folder " + folder.resolve("clients"));
    }
    if (facts != null || Files.isDirectory(folder.resolve("clients"))) {
      report.goldens(new Goldens(Spotter.of(loaded), folder).run(accept));
    }
    report.write(format, streams.out());
    return report.passed() ? Exit.OK : Exit.FINDINGS;
  }

  private int vignettes(RuleSet loaded) throws IOException {
    List<Vignette> stories = new ArrayList<>();
    try {
      for (Path file : Inputs.files(vignettes, List.of(".yaml", ".yml"))) {
        stories.addAll(VignetteFile.read(file.toString(), Files.readAllBytes(file)));
      }
    } catch (IllegalArgumentException e) {
      streams.err().println(e.getMessage());
      return Exit.INPUT;
    }
    Tally tally = new Tally(new VignetteRunner(loaded).run(stories));
    VignetteReport report = new VignetteReport(tally, loaded.vocabulary().causes().keySet());
    switch (format) {
      case text -> report.text(streams.out());
      case json -> report.json(streams.out());
      case junit -> TestReport.junit(report.outcomes(), streams.out());
    }
    streams.out().flush();
    return report.passed() ? Exit.OK : Exit.FINDINGS;
  }
}
