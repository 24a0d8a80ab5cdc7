package dev.spotter.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the inputs that a command names, in the order in which they are named. */
final class Sources {
  private static final Pattern INTAKE =
      Pattern.compile(".*\\.(json|ndjson|jsonl|csv|tsv|yaml|yml)(\\.(gz|gzip|zst|zstd))?");

  private final @Nullable Path out;
  private final Map<Path, Path> files = new LinkedHashMap<>();
  private final List<Source> found = new ArrayList<>();

  private Sources(@Nullable Path out) {
    this.out = out == null ? null : real(out);
  }

  /**
   * @param names files, directories (of which every intake file is taken, in order of name), globs,
   *     or {@code -}; a file named twice is taken once
   * @param out the folder of results, which is no input; null for none
   * @param standardInput marked and reset, to look at its beginning
   * @throws BatchException if one does not exist or cannot be read
   */
  static List<Source> find(List<String> names, @Nullable Path out, InputStream standardInput) {
    Sources sources = new Sources(out);
    for (String name : names) {
      if (name.equals(Source.STANDARD_INPUT)) {
        sources.standardInput(standardInput);
      } else {
        sources.named(name);
      }
    }
    return List.copyOf(sources.found);
  }

  private void standardInput(InputStream in) {
    if (found.stream().anyMatch(Source::standardInput)) {
      return;
    }
    try {
      in.mark(Head.LENGTH + 1);
      byte[] head = in.readNBytes(Head.LENGTH);
      in.reset();
      String name = Source.STANDARD_INPUT;
      found.add(new Source(found.size(), name, -1, 0, Head.of(name, head)));
    } catch (IOException e) {
      throw new BatchException(BatchException.Fault.INPUT, "cannot read standard input", e);
    }
  }

  private void named(String name) {
    Path path = path(name);
    if (path != null && Files.isDirectory(path)) {
      all(path, 1, name, f -> INTAKE.matcher(lower(f)).matches());
    } else if (path != null && Files.exists(path)) {
      add(path);
    } else if (name.matches(".*[*?\\[{].*")) {
      glob(name);
    } else {
      throw new BatchException(BatchException.Fault.INPUT, "there is no file " + name);
    }
  }

  private static @Nullable Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static String lower(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
  }

  /** Looks below the last folder that is named without a joker. */
  private void glob(String name) {
    String pattern = name.replace('\\', '/');
    int slash = pattern.substring(0, firstJoker(pattern)).lastIndexOf('/');
    Path folder = Path.of(slash < 0 ? "" : pattern.substring(0, slash + 1));
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    int depth =
        pattern.contains("**") ? 64 : Math.max(1, pattern.substring(slash + 1).split("/").length);
    if (!Files.isDirectory(slash < 0 ? Path.of(".") : folder)) {
      throw new BatchException(BatchException.Fault.INPUT, "there is no folder " + folder);
    }
    all(folder, depth, name, matcher::matches);
  }

  private static int firstJoker(String pattern) {
    int first = 0;
    while ("*?[{".indexOf(pattern.charAt(first)) < 0) {
      first++;
    }
    return first;
  }

  private interface Test {
    boolean takes(Path file);
  }

  private void all(Path folder, int depth, String name, Test test) {
    try (Stream<Path> entries = Files.walk(folder, depth)) {
      List<Path> taken =
          entries
              .filter(f -> !isResult(f))
              .filter(f -> Files.isRegularFile(f) && test.takes(f))
              .sorted()
              .toList();
      if (taken.isEmpty()) {
        throw new BatchException(BatchException.Fault.INPUT, "there is no intake file in " + name);
      }
      taken.forEach(this::add);
    } catch (IOException | UncheckedIOException e) {
      throw new BatchException(BatchException.Fault.INPUT, "cannot read the folder " + folder, e);
    }
  }

  private void add(Path file) {
    if (isResult(file)) {
      throw new BatchException(
          BatchException.Fault.COMMAND, file + " lies in the folder of results, " + out);
    }
    if (!Files.isRegularFile(file)) {
      throw new BatchException(
          BatchException.Fault.COMMAND, file + " is no plain file; send it to standard input, -");
    }
    if (files.putIfAbsent(real(file), file) != null) {
      return;
    }
    try (InputStream in = Files.newInputStream(file)) {
      Head head = Head.of(file.toString(), in.readNBytes(Head.LENGTH));
      long modified = Files.getLastModifiedTime(file).toMillis();
      found.add(new Source(found.size(), file.toString(), Files.size(file), modified, head));
    } catch (IOException e) {
      throw new BatchException(BatchException.Fault.INPUT, "cannot read " + file, e);
    }
  }

  private boolean isResult(Path file) {
    return out != null && real(file).startsWith(out);
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }
}
