package dev.spotter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is promised has words to it, and they are sound HTML whose links lead somewhere. */
class JavadocIT {
  private static final Path SOURCES = Shipped.ROOT.resolve("src/engine/main/java");

  /** The first sentence says what comes out; a parameter is told where its name does not. */
  private static final Pattern TOLD = Pattern.compile("no @(return|param|throws)\\b.*");

  @TempDir Path folder;

  @Test
  void everyPromisedClassAndMemberIsDescribed() throws Exception {
    Set<String> promised = new TreeSet<>();
    Set<String> packages = new TreeSet<>();
    for (String line : Files.readAllLines(Shipped.ROOT.resolve("src/engine/api.txt"))) {
      String type = line.substring(0, line.indexOf(' ')).replaceAll("\\$.*", "");
      promised.add(type.replace('.', '/') + ".java");
      packages.add(type.substring(0, type.lastIndexOf('.')));
    }
    List<String> faults = new ArrayList<>();
    Pattern warning = Pattern.compile("(?m)^(.*):(\\d+): (?:warning|error)[^:]*: (.*)$");
    for (MatchResult found : warning.matcher(javadoc(packages)).results().toList()) {
      String file = SOURCES.relativize(Path.of(found.group(1))).toString().replace('\\', '/');
      boolean missing = found.group(3).startsWith("no comment");
      boolean plain = TOLD.matcher(found.group(3)).matches();
      if (!plain && !(missing && (!promised.contains(file) || ofItself(found)))) {
        faults.add(found.group());
      }
    }
    assertThat(faults).isEmpty();
  }

  /** A record's own constructor, which its parameters describe, and what nobody sees. */
  private static boolean ofItself(MatchResult found) {
    try {
      String line =
          Files.readAllLines(Path.of(found.group(1))).get(Integer.parseInt(found.group(2)) - 1);
      return line.strip().matches("public \\w+ \\{|private .*");
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private String javadoc(Set<String> packages) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-quiet",
                "-Xdoclint:all",
                "-Xmaxwarns",
                "10000",
                "-encoding",
                "UTF-8",
                "-d",
                folder.toString(),
                "-classpath",
                System.getProperty("java.class.path"),
                "--source-path",
                SOURCES.toString()));
    arguments.addAll(packages);
    StringWriter said = new StringWriter();
    PrintWriter out = new PrintWriter(said);
    ToolProvider tool = ToolProvider.findFirst("javadoc").orElseThrow();
    assertThat(tool.run(out, out, arguments.toArray(String[]::new))).as(said.toString()).isZero();
    assertThat(said.toString()).contains("warning");
    return said.toString();
  }
}
