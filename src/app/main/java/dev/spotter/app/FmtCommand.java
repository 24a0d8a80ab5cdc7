package dev.spotter.app;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.spotter.layout.Layout;
import dev.spotter.rules.RulesRefused;
import dev.spotter.rules.Said;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code spotter fmt}: the one layout of rule files. */
@Command(
    name = "fmt",
    description =
        "Lay out rule files (.drl) in the one way they have; never changes what they say.",
    mixinStandardHelpOptions = true,
    footer = {
      "%nExamples:",
      "  spotter fmt",
      "  spotter fmt --check            (exit 1 if a file is laid out otherwise)",
      "  spotter fmt --diff my-rules/injury.drl"
    })
final class FmtCommand implements Callable<Integer> {
  private static final int CONTEXT = 3;

  private final Streams streams;

  @Parameters(
      paramLabel = "FILES",
      arity = "0..*",
      description = "Rule files, or folders of them. Default: rules.")
  List<Path> named = new ArrayList<>();

  @Option(names = "--check", description = "Write nothing; name the files that would change.")
  boolean check;

  @Option(names = "--diff", description = "Write nothing; show what would change.")
  boolean diff;

  FmtCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    List<Path> files =
        Inputs.files(named.isEmpty() ? List.of(Path.of("rules")) : named, List.of(".drl"));
    int changed = 0;
    int exit = Exit.OK;
    for (Path file : files) {
      try {
        changed += one(file) ? 1 : 0;
      } catch (RulesRefused e) {
        streams.err().println(e.getMessage());
        streams.err().println(file + ": left as it is");
        exit = Exit.RULES;
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read or write " + file, e);
      }
    }
    boolean dry = check || diff;
    streams
        .err()
        .println(
            files.size() + " file(s), " + changed + (dry ? " would change" : " laid out anew"));
    streams.out().flush();
    return exit == Exit.OK && dry && changed > 0 ? Exit.FINDINGS : exit;
  }

  /** True if the file was, or would be, laid out otherwise. */
  private boolean one(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (!name.endsWith(".drl")) {
      throw new InputException(file + " is no rule file: its name does not end with .drl");
    }
    byte[] before = Files.readAllBytes(file);
    byte[] after = laidOut(name, before);
    if (java.util.Arrays.equals(before, after)) {
      return false;
    }
    PrintStream out = streams.out();
    if (diff) {
      unified(file, before, after).forEach(out::println);
    } else {
      out.println(file);
      if (!check) {
        Replaced.write(file, after);
      }
    }
    return true;
  }

  /**
   * The file laid out.
   *
   * @throws RulesRefused if it does not parse
   * @throws IllegalStateException if the layout would say anything else: a fault of ours
   */
  static byte[] laidOut(String name, byte[] before) {
    Said said = Said.by(name, before);
    String text = new String(before, StandardCharsets.UTF_8);
    String laidOut = Layout.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    byte[] after = laidOut.getBytes(StandardCharsets.UTF_8);
    if (!said.equals(Said.by(name, after)) || !laidOut.equals(Layout.of(laidOut))) {
      throw new IllegalStateException("the layout of " + name + " would change what it says");
    }
    return after;
  }

  private static List<String> unified(Path file, byte[] before, byte[] after) {
    List<String> old = lines(before);
    return UnifiedDiffUtils.generateUnifiedDiff(
        file.toString(), file.toString(), old, DiffUtils.diff(old, lines(after)), CONTEXT);
  }

  private static List<String> lines(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).lines().toList();
  }
}
