package dev.spotter.app;

import dev.spotter.Spotter;
import dev.spotter.fhir.Fhir;
import dev.spotter.intake.Limits;
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
  private static final List<String> INTAKES =
      List.of(".json", ".ndjson", ".jsonl", ".yaml", ".yml");

  /** A resource says early that it is one. */
  private static final int LOOK_AHEAD = 8_192;

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
      } else {
        files(List.of(Path.of(name)), INTAKES).forEach(f -> files.add(f.toString()));
      }
    }
    this.names = files;
  }

  /**
   * Files as named, and of directories those with one of these endings, in order of name.
   *
   * @throws InputException if one does not exist, or a directory holds none
   */
  static List<Path> files(List<Path> named, List<String> endings) {
    List<Path> files = new ArrayList<>();
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        files.addAll(within(path, endings));
      } else if (Files.exists(path)) {
        files.add(path);
      } else {
        throw new InputException("there is no file " + path);
      }
    }
    return files;
  }

  private static List<Path> within(Path directory, List<String> endings) {
    try (Stream<Path> entries = Files.list(directory)) {
      List<Path> files =
          entries.filter(Files::isRegularFile).filter(f -> ends(f, endings)).sorted().toList();
      if (files.isEmpty()) {
        throw new InputException(
            "the directory " + directory + " holds no file " + String.join(" ", endings));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the directory " + directory, e);
    }
  }

  private static boolean ends(Path file, List<String> endings) {
    String lower = file.toString().toLowerCase(Locale.ROOT);
    return endings.stream().anyMatch(lower::endsWith);
  }

  /**
   * Reads them all in order, intakes or a FHIR resource; a file that cannot be opened stops the
   * command with its name.
   */
  void read(Spotter spotter, Consumer<Reading> sink) {
    for (String name : names) {
      try (InputStream in = name.equals("-") ? System.in : Files.newInputStream(Path.of(name))) {
        read(name, new BufferedInputStream(in, LOOK_AHEAD), spotter, sink);
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read " + name, e);
      }
    }
  }

  private static void read(
      String name, BufferedInputStream in, Spotter spotter, Consumer<Reading> sink)
      throws IOException {
    in.mark(LOOK_AHEAD);
    byte[] head = in.readNBytes(LOOK_AHEAD);
    in.reset();
    if (Fhir.recognises(head)) {
      byte[] resource = in.readNBytes(Limits.USUAL.characters() + 1);
      sink.accept(Fhir.of(spotter.rules()).intake(name, resource));
    } else {
      spotter.read(name, in, sink);
    }
  }

  /** The one client whose log is given beside the input. */
  Reading only(Spotter spotter) {
    List<Reading> readings = new ArrayList<>();
    read(
        spotter,
        reading -> {
          if (!readings.isEmpty()) {
            throw new InputException("--history is the log of one client, and here are several");
          }
          readings.add(reading);
        });
    if (readings.isEmpty()) {
      throw new InputException("there is no client in the input");
    }
    return readings.get(0);
  }
}
