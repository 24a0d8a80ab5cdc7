package dev.spotter;

import dev.spotter.rules.RuleFiles;
import dev.spotter.rules.RuleSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rules that the project ships, compiled once for all tests. */
public final class Shipped {
  /** The project's root. */
  public static final Path ROOT =
      Path.of(System.getProperty("spotter.root", "../..")).toAbsolutePath().normalize();

  private static final RuleFiles FILES = RuleFiles.read(java.util.List.of(ROOT.resolve("rules")));

  private Shipped() {}

  private static final class Once {
    private static final RuleSet RULES = RuleSet.of(FILES);
  }

  public static RuleSet rules() {
    return Once.RULES;
  }

  /** Their files. */
  public static SortedMap<String, byte[]> files() {
    return new TreeMap<>(FILES.files());
  }

  /** Their files, with one more or one other. */
  public static Map<String, byte[]> with(String name, String text) {
    Map<String, byte[]> files = files();
    files.put(name, text.getBytes(StandardCharsets.UTF_8));
    return files;
  }
}
