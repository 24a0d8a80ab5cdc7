package dev.spotter.app;

import dev.spotter.log.Imported;
import dev.spotter.log.Joined;
import dev.spotter.log.LogReader;
import dev.spotter.log.LogRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the exports that a command is given, as one log. */
final class LogFiles {
  private LogFiles() {}

  /**
   * Reads them in order.
   *
   * @param names files, or - for standard input
   * @throws InputException if one does not exist, or is no log
   */
  static Joined read(List<String> names, LogReader.Settings settings) {
    List<Imported> files = new ArrayList<>();
    LogReader reader = new LogReader(settings);
    for (String name : names) {
      if (!name.equals("-") && !Files.isRegularFile(Path.of(name))) {
        throw new InputException("there is no file " + name);
      }
      try (InputStream in = name.equals("-") ? System.in : Files.newInputStream(Path.of(name))) {
        files.add(reader.read(name, in));
      } catch (LogRefused e) {
        throw new InputException(name + ": " + e.getMessage());
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + name, e);
      }
    }
    return Joined.of(files);
  }
}
