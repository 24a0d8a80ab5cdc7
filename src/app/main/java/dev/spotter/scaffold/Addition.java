package dev.spotter.scaffold;

import dev.spotter.rules.RuleFiles;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Files to be written.
 *
 * @param files whole texts by name, new or with something added
 * @param added what is new in each, by name
 * @param next what to edit then, in words
 */
public record Addition(Map<String, String> files, Map<String, String> added, List<String> next) {

  /** Collects files. */
  static final class Builder {
    private final RuleFiles before;
    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, String> added = new LinkedHashMap<>();

    Builder(RuleFiles before) {
      this.before = before;
    }

    /** A file that must not be there. */
    Builder create(String name, String text) {
      if (before.files().containsKey(name)) {
        throw new ScaffoldRefused("there is a file " + name + " already");
      }
      files.put(name, text);
      added.put(name, text);
      return this;
    }

    /** Adds to the end of a file; makes it if it is not there. */
    Builder append(String name, String text) {
      return before.files().containsKey(name)
          ? insert(name, text(before, name).length(), text)
          : create(name, text.stripLeading());
    }

    /** Adds within a file. */
    Builder insert(String name, int at, String text) {
      String old = text(before, name);
      files.put(name, old.substring(0, at) + text + old.substring(at));
      added.put(name, text);
      return this;
    }

    Addition next(String... next) {
      return new Addition(files, added, List.of(next));
    }
  }

  static String text(RuleFiles files, String name) {
    return new String(files.files().getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }

  /** The rules as they would be. */
  public RuleFiles to(RuleFiles before) {
    SortedMap<String, byte[]> all = new TreeMap<>(before.files());
    files.forEach((name, text) -> all.put(name, text.getBytes(StandardCharsets.UTF_8)));
    return new RuleFiles(before.origin(), all);
  }
}
