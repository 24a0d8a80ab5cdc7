package dev.spotter.app;

import dev.spotter.history.Exercises;
import dev.spotter.rules.RuleCache;
import dev.spotter.rules.RuleFiles;
import dev.spotter.rules.RuleSet;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which rules: the folders named, or the first place that has some. Never a silent fallback. */
final class RulesOption {
  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description =
          "A rules folder; may be repeated, a later one overlays an earlier one file by file."
              + " Otherwise SPOTTER_RULES, ./rules, beside the launcher, packed in the jar.")
  List<Path> folders = new ArrayList<>();

  @Option(
      names = "--trust-code",
      description = "Let the rules contain any DRL, hence any code. Only for a folder you own.")
  boolean trustCode;

  /** Loads them, and says on {@code err} where they came from. */
  RuleSet load(PrintStream err) {
    RuleFiles files = files();
    RuleSet rules = trustCode ? RuleSet.trusting(files) : checked(files, err);
    err.println("rules: " + files.origin() + ", " + rules.id().substring(0, 19));
    return rules;
  }

  /** The launcher names a cache for short commands, in which reading rules takes the most time. */
  private static RuleSet checked(RuleFiles files, PrintStream err) {
    String cache = System.getProperty("spotter.cache");
    return cache == null
        ? RuleSet.of(files)
        : new RuleCache(Path.of(cache), Version.build(), doubt -> err.println("spotter: " + doubt))
            .of(files);
  }

  /** The lifts alone, of the same folders, without compiling any rule. */
  Exercises exercises() {
    RuleFiles files = files();
    byte[] yaml = files.files().get("exercises.yaml");
    if (yaml == null) {
      throw new InputException("there is no exercises.yaml in " + files.origin());
    }
    try {
      return Exercises.parse(yaml);
    } catch (IllegalArgumentException e) {
      throw new InputException("exercises.yaml: " + e.getMessage());
    }
  }

  /** Their files, as they are, unchecked. */
  RuleFiles files() {
    List<Path> named = named();
    return named.isEmpty() ? RuleFiles.packed() : RuleFiles.read(named);
  }

  /** The folders, a later one over an earlier one; empty for the rules packed in the jar. */
  List<Path> named() {
    if (!folders.isEmpty()) {
      return folders;
    }
    String named = System.getenv("SPOTTER_RULES");
    if (named != null && !named.isBlank()) {
      return List.of(Path.of(named));
    }
    Path here = found(Path.of("rules"));
    Path home =
        System.getProperty("spotter.home") == null
            ? null
            : found(Path.of(System.getProperty("spotter.home"), "rules"));
    return here != null ? List.of(here) : home != null ? List.of(home) : List.of();
  }

  private static @Nullable Path found(Path folder) {
    return Files.isRegularFile(folder.resolve("questions.drl")) ? folder : null;
  }
}
