package dev.spotter.app;

import dev.spotter.Spotter;
import dev.spotter.intake.Reading;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The clients that a command is given: files, directories and standard input. */
final class Inputs {
  private static final List<String> KINDS = List.of(".json", ".ndjson", ".jsonl", ".yaml", ".yml");

  private final List<String> names;

  /**
   * @param names files, directories (of which every intake file is taken, in order of name), or -
   * @throws InputException if one does not exist, before any is read
   */
  Inputs(List<String> names) {
    List<String> files = new ArrayList<>();
    for (String name : names) {
      if (name.equals("-")) {
        files.add(name);
      } else if (Files.isDirectory(Path.of(name))) {
        files.addAll(within(Path.of(name)));
      } else if (Files.exists(Path.of(name))) {
        files.add(name);
      } else {
        throw new InputException("there is no file " + name);
      }
    }
    this.names = files;
  }

  private static List<String> within(Path directory) {
    try (Stream<Path> entries = Files.list(directory)) {
      List<String> files =
          entries
              .filter(Files::isRegularFile)
              .map(Path::toString)
              .filter(Inputs::isIntake)
              .sorted()
              .toList();
      if (files.isEmpty()) {
        throw new InputException(
            "the directory "
                + directory
                + " holds no intake file ("
                + String.join(" ", KINDS)
                + ")");
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the directory " + directory, e);
    }
  }

  private static boolean isIntake(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return KINDS.stream().anyMatch(lower::endsWith);
  }

  /** Reads them all in order; a file that cannot be opened stops the command with its name. */
  void read(Spotter spotter, Consumer<Reading> sink) {
    for (String name : names) {
      try (InputStream in = name.equals("-") ? System.in : Files.newInputStream(Path.of(name))) {
        spotter.read(name, new BufferedInputStream(in), sink);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + name, e);
      }
    }
  }
}
